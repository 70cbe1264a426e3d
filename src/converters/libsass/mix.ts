/**
 * `mix()` as LibSass has it: it answers whole channels, so that what is mixed
 * again differs from what Dart Sass makes of it. A built-in function can be
 * replaced only by a stylesheet, which is imported before the site's.
 */

import type { CustomFunction, Importer, SassColor } from 'sass'

/** What is needed of the compiler, whichever package it is. */
type Compiler = Pick<typeof import('sass'), 'SassColor'>

const PRELUDE = `@function mix($color1, $color2, $weight: 50%) {
  @return libsass-mix($color1, $color2, $weight);
}
`

/** Imports the prelude and then the stylesheet itself. */
export const WRAPPER = "@import 'page:prelude', 'page:entry';"
export const WRAPPER_URL: URL = new URL('page:wrapper')

/** Each is imported once: a partial may have the same name. */
export function wrappedImporter(text: string, syntax: 'scss' | 'indented'): Importer<'sync'> {
  const left = new Map([
    ['page:prelude', { contents: PRELUDE, syntax: 'scss' as const }],
    ['page:entry', { contents: text, syntax }],
  ])
  const asked = new Set<string>()
  return {
    canonicalize(url) {
      if (!left.has(url) || asked.has(url)) return null
      asked.add(url)
      return new URL(url)
    },
    load: (url) => left.get(url.href) ?? null,
  }
}

export function mixFunctions(compiler: Compiler): Record<string, CustomFunction<'sync'>> {
  return {
    'libsass-mix($color1, $color2, $weight)': ([first, second, weight]) => {
      const one = first?.assertColor('color1')
      const other = second?.assertColor('color2')
      const percent = weight?.assertNumber('weight').assertInRange(0, 100, 'weight') ?? 50
      if (!one || !other) throw new Error('mix() needs two colours.')
      return mixed(compiler, one, other, percent / 100)
    },
  }
}

/** The more opaque a colour, the more of it: the weights are those of the documentation of `mix()`. */
function mixed({ SassColor }: Compiler, one: SassColor, other: SassColor, part: number): SassColor {
  const lean = part * 2 - 1
  const gap = one.alpha - other.alpha
  const share = ((lean * gap === -1 ? lean : (lean + gap) / (1 + lean * gap)) + 1) / 2
  const channel = (name: 'red' | 'green' | 'blue') =>
    Math.round(channelOf(one, name) * share + channelOf(other, name) * (1 - share))
  return new SassColor({
    space: 'rgb',
    red: channel('red'),
    green: channel('green'),
    blue: channel('blue'),
    alpha: one.alpha * part + other.alpha * (1 - part),
  })
}

function channelOf(color: SassColor, name: 'red' | 'green' | 'blue'): number {
  return color.channel(name, { space: 'rgb' })
}
