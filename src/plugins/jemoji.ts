/**
 * jemoji: `:name:` in the text of a page becomes a picture of that emoji.
 *
 * The pictures are GitHub's. Those it has besides Unicode's are in a list here.
 */

import { nameToEmoji } from 'gemoji'
import { isHash, type Plugin, type Renderable, type Site } from '../plugin.ts'
import { changeTexts, inBody } from './html.ts'

const jemoji: Plugin = {
  name: 'jemoji',
  isPure: true,
  hooks: { pages: { post_render: addPictures }, documents: { post_render: addPictures } },
}

export default jemoji

const LEFT_ALONE: ReadonlySet<string> = new Set(['pre', 'code', 'tt'])
const NAME = /:([\w+-]+):/g
/** Pictures without a character of their own. */
const GITHUB: ReadonlySet<string> = new Set(
  (
    'atom basecamp basecampy bowtie electron feelsgood finnadie goberserk godmode hurtrealbad ' +
    'neckbeard octocat rage1 rage2 rage3 rage4 shipit suspect trollface'
  ).split(' '),
)

function addPictures(item: Renderable, output: string, { config }: Site): string {
  if (!isHtml(item) || replaceNames(output, () => '') === output) return output
  const emoji = config.data.get('emoji')
  const source = isHash(emoji) ? emoji.get('src') : undefined
  const base = typeof source === 'string' ? source : usualBase()
  const root = base.endsWith('/') ? base : `${base}/`
  const change = (text: string) =>
    replaceNames(text, (name, file) => picture(name, `${root}emoji/${file}`))
  return inBody(output, (body) => changeTexts(body, (name) => LEFT_ALONE.has(name), change))
}

/** GitHub's own, or those of an enterprise that the environment tells of. */
function usualBase(): string {
  const host = process.env.ASSET_HOST_URL || 'https://github.githubassets.com'
  return `${host.replace(/\/$/, '')}/images/icons/`
}

function isHtml(item: Renderable): boolean {
  if (item.kind === 'document' && !item.written) return false
  return item.outputExtension === '.html' || String(item.data.get('permalink') ?? '').endsWith('/')
}

/** A colon that ends no name may begin one: `:no:+1:`. */
function replaceNames(text: string, replacement: (name: string, file: string) => string): string {
  let written = ''
  let end = 0
  const names = new RegExp(NAME)
  for (let found = names.exec(text); found; found = names.exec(text)) {
    const [whole, name = ''] = found
    const file = fileOf(name)
    if (file === undefined) {
      names.lastIndex -= 1
      continue
    }
    written += text.slice(end, found.index) + replacement(name, file)
    end = found.index + whole.length
  }
  return written + text.slice(end)
}

/** Named after the code points, but for those that only shape or join others. */
function fileOf(name: string): string | undefined {
  if (GITHUB.has(name)) return `${name}.png`
  const emoji = Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined
  if (emoji === undefined) return undefined
  const points = Array.from(emoji, (character) => hexadecimal(character))
  return `unicode/${points.filter((point, at) => at === 0 || !SHAPING.has(point)).join('-')}.png`
}

function hexadecimal(character: string): string {
  return character.codePointAt(0)!.toString(16).padStart(4, '0')
}

const SHAPING: ReadonlySet<string> = new Set(['fe0f', '200d'])

function picture(name: string, source: string): string {
  const shown = `:${name}:`
  return `<img class="emoji" title="${shown}" alt="${shown}" src="${source}" height="20" width="20">`
}
