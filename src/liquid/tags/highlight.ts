/** `{% highlight LANGUAGE linenos %}…{% endhighlight %}` */

import { highlightFigure } from '../../highlight/figure.ts'
import { ROUGE } from '../../highlight/highlighter.ts'
import { plainError } from '../errors.ts'
import { strip } from '../text.ts'
import { toText } from '../values.ts'
import { compileBody, type TagRule } from './tag.ts'

const LANGUAGE = /^[a-zA-Z0-9.+#_-]+/
const OPTION = /[\t\v\f\r ]+(\w+)(?:=(?:\w+|"[0-9]+(?:[\t\v\f\r ][0-9]+)*"))?/y

/** In Jekyll's words. */
const NO_PYGMENTS =
  'Highlight Tag no longer supports rendering with Pygments.\n' +
  'Using the default highlighter, Rouge, instead.'

export const highlightTag: TagRule = (reader) => {
  const { markup } = reader
  const { language, lineNumbers } = parseMarkup(markup)
  const body = reader.body()
  return {
    blank: false,
    compile(context) {
      const step = compileBody(body, context, { withoutText: false })
      const isPygments = context.config.highlighter === 'pygments'
      if (isPygments) context.log.warn('Warning:', NO_PYGMENTS)
      const highlighter = context.highlighter ?? (isPygments ? ROUGE : 'none')
      return (run) => {
        const before = toText(run.find('highlighter_prefix'))
        const after = toText(run.find('highlighter_suffix'))
        const figure = highlightFigure(run.capture(step), language, { lineNumbers, highlighter })
        run.out += before + figure + after
      }
    },
  }
}

interface Options {
  readonly language: string
  readonly lineNumbers: boolean
}

/** Of several lines the first that is right counts. */
function parseMarkup(markup: string): Options {
  for (const line of strip(markup).split('\n')) {
    const options = parseLine(line)
    if (options) return options
  }
  throw invalid(markup)
}

function parseLine(line: string): Options | undefined {
  const language = LANGUAGE.exec(line)?.[0]
  if (language === undefined) return undefined
  let lineNumbers = false
  for (let at = language.length; at < line.length; at = OPTION.lastIndex) {
    OPTION.lastIndex = at
    const name = OPTION.exec(line)?.[1]
    if (name === undefined) return undefined
    if (name === 'linenos') lineNumbers = true
  }
  return { language, lineNumbers }
}

function invalid(markup: string): Error {
  return plainError(
    `Syntax Error in tag 'highlight' while parsing the following markup:\n\n${markup}\n\n` +
      'Valid syntax: highlight <lang> [linenos]\n',
  )
}
