/**
 * jekyll-gist: `{% gist user/id file %}` shows a gist of GitHub's.
 *
 * Nothing is fetched while a site is built, so there is no copy of the code for
 * readers without scripts, as the original writes unless `gist: {noscript: false}`.
 */

import { type Plugin, SiteError, type TagContext } from '../plugin.ts'

const gist: Plugin = {
  name: 'jekyll-gist',
  isPure: true,
  tags: {
    gist: {
      parse(markup, place) {
        const text = markup.trim()
        const words = text.split(/\s+/)
        // More than two words are an address for the original, if a slash is among them.
        const [id, file] = words.length > 2 && text.includes('/') ? [text] : words
        if (!id || (words.length > 2 && id !== text)) {
          throw new SiteError(`Syntax error in tag 'gist': '${text}'`, {
            topic: 'Liquid Exception:',
            place,
            hint: 'Write {% gist user/1234567 %} or {% gist user/1234567 file.js %}.',
          })
        }
        return (context) =>
          script(wordOrVariable(id, context), file && wordOrVariable(file, context))
      },
    },
  },
}

export default gist

/** A word may be a variable; one that is none stands for itself. */
function wordOrVariable(word: string, context: TagContext): string {
  const [, , quoted] = /^(["'])(.*)\1$/.exec(word) ?? []
  if (quoted !== undefined) return quoted
  const value = /^[a-z_][\w.-]*$/i.test(word) ? context.get(word) : undefined
  return value === undefined || value === null ? word : String(value)
}

function script(id: string, file: string | undefined): string {
  const query = file ? `?file=${file}` : ''
  return `<script src="https://gist.github.com/${id}.js${query}"> </script>`
}
