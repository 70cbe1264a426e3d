/**
 * Liquid that runs where its author wanted to show it: in the code of a text.
 *
 * Liquid knows nothing of Markdown, so `{{ name }}` in a code block prints
 * nothing and the page is short of it, without an error. What is meant can only
 * be guessed: an output counts as shown if it names no variable that a page has.
 */

import type { Renderable } from '../../site.ts'
import type { Finding } from './finding.ts'

const VARIABLES: ReadonlySet<string> = new Set(
  'site page layout content include theme paginator jekyll forloop tablerowloop nil true false'.split(
    ' ',
  ),
)
/** Tags that make text, so that people use them within code on purpose. */
const SOURCES: ReadonlySet<string> = new Set([
  ...['include', 'include_relative', 'include_cached', 'link', 'post_url', 'endhighlight'],
])
/** What stands in these is not run, or not shown. */
const SHIELDS: ReadonlySet<string> = new Set(['raw', 'comment'])

const TOKEN = /\{\{-?[ \t]*([\w-]*)|\{%-?[ \t]*(\w+)[ \t]*([\w-]*)/g

/** The first such place of an item; the others are mended with it. */
export function checkCode(item: Renderable, isMarkdown: boolean): Finding[] {
  const { body, bodyLine, data, path } = item
  if (data.get('render_with_liquid') === false || !/\{\{|\{%/.test(body)) return []
  const own = new Set<string>()
  let shield: string | undefined
  let inHighlight = false
  const isCode = isMarkdown ? codeTest(body) : () => false
  for (const { 0: text, 1: variable, 2: tag = '', 3: name = '', index } of body.matchAll(TOKEN)) {
    if (shield !== undefined) {
      if (tag === `end${shield}`) shield = undefined
      continue
    }
    if (SHIELDS.has(tag)) shield = tag
    if (['assign', 'capture', 'for', 'tablerow', 'increment', 'decrement'].includes(tag)) {
      own.add(name)
    }
    const wasInHighlight: boolean = inHighlight
    if (tag === 'highlight' || tag === 'endhighlight') inHighlight = tag === 'highlight'
    const isShown =
      variable === undefined
        ? tag !== '' && !SOURCES.has(tag) && !SHIELDS.has(tag)
        : /^[a-z_]/i.test(variable) && !VARIABLES.has(variable) && !own.has(variable)
    if (isShown && (wasInHighlight || isCode(index))) {
      const line = bodyLine + body.slice(0, index).split('\n').length - 1
      return [trap(path, line, text)]
    }
  }
  return []
}

function trap(file: string, line: number, text: string): Finding {
  return {
    level: 'problem',
    topic: 'Liquid:',
    message: `Code in ${file} has '${text.trim()}', which is run and not shown.`,
    place: { file, line },
    hint: 'Put {% raw %} before the code and {% endraw %} behind it, or render_with_liquid: false into the front matter.',
  }
}

/** Whether an offset of `body` lies in a fenced block or between backticks of a line. */
function codeTest(body: string): (offset: number) => boolean {
  const ranges: (readonly [start: number, end: number])[] = []
  let start = 0
  let fence: string | undefined
  for (const line of body.split(/(?<=\n)/)) {
    const end = start + line.length
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1]
    if (fence !== undefined) ranges.push([start, end])
    else if (mark === undefined) ranges.push(...codeSpans(line, start))
    if (mark !== undefined && (fence === undefined || fence === mark)) {
      fence = fence === undefined ? mark : undefined
    }
    start = end
  }
  return (offset) => ranges.some(([from, to]) => offset >= from && offset < to)
}

function codeSpans(line: string, start: number): (readonly [start: number, end: number])[] {
  const spans: (readonly [number, number])[] = []
  let at = start
  for (const [index, part] of line.split(/`+/).entries()) {
    const from = line.indexOf(part, at - start) + start
    if (index % 2 === 1) spans.push([from, from + part.length])
    at = from + part.length
  }
  return spans
}
