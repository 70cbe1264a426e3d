/**
 * jekyll-avatar: `{% avatar name size=40 %}` shows the picture of a GitHub user,
 * in four resolutions. With `user=page.author` the name is a variable's.
 */

import { crc32 } from 'node:zlib'
import type { Plugin, TagContext } from '../plugin.ts'

const avatar: Plugin = {
  name: 'jekyll-avatar',
  isPure: true,
  tags: {
    avatar: {
      parse(markup) {
        const text = markup.trim()
        const size = /\bsize=(\d+)\b/i.exec(text)?.[1] ?? '40'
        const variable = /\buser=([\w.]+)\b/.exec(text)?.[1]
        return (context) => {
          const words = context.renderLiquid(text)
          const name = variable === undefined ? firstWord(words) : lookUp(variable, context)
          return image(name, size, words.includes('lazy=true'))
        }
      },
    },
  },
}

export default avatar

function firstWord(text: string): string {
  return (text.trim().split(/\s+/)[0] ?? '').replace(/^@/, '')
}

function lookUp(variable: string, { get }: TagContext): string {
  const value = get(variable)
  return value === undefined || value === null || value === false ? variable : String(value)
}

function image(name: string, size: string, isLazy: boolean): string {
  const path = (scale: number) =>
    `${name}?v=3&s=${scale === 1 ? size : Number.parseInt(size, 10) * scale}`
  const host =
    process.env.PAGES_AVATARS_URL?.replace(/\/$/, '') ||
    `https://avatars${crc32(path(1)) % 4}.githubusercontent.com`
  const url = (scale: number) => `${host}/${path(scale)}`
  const set = [1, 2, 3, 4].map((scale) => `${url(scale)} ${scale}x`).join(', ')
  const sources = isLazy
    ? `src="" data-src="${url(1)}" data-srcset="${set}"`
    : `src="${url(1)}" srcset="${set}"`
  const style = Number.parseInt(size, 10) < 48 ? 'avatar avatar-small' : 'avatar'
  return (
    `<img class="${style}" alt="${name}" width="${size}" height="${size}" ` +
    `data-proofer-ignore="true" ${sources} />`
  )
}
