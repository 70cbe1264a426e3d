/** The parts of values. */

import type { Colors } from './colors.ts'

const IDENTIFIER = String.raw`-?(?:[a-zA-Z_\u0080-\uffff]|\\[^\n])(?:[-\w\u0080-\uffff]|\\[^\n])*`
const NUMBER = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?:%|${IDENTIFIER})?`
const STRING = String.raw`"(?:[^"\\\n#]|\\[^]|#(?!\{))*"|'(?:[^'\\\n#]|\\[^]|#(?!\{))*'`
const COMPONENT = new RegExp(
  String.raw`${IDENTIFIER}|${STRING}|${NUMBER}|#[0-9a-zA-Z]+|!important`,
  'y',
)
const BETWEEN = /\s*[/,]\s*|\s+/y

/** Whether Sass has nothing to work out in it: words, strings, numbers and colours. */
export function isPlain(written: string): boolean {
  for (let at = 0; ; at = BETWEEN.lastIndex) {
    COMPONENT.lastIndex = at
    if (!COMPONENT.test(written)) return false
    if (COMPONENT.lastIndex === written.length) return true
    BETWEEN.lastIndex = COMPONENT.lastIndex
    if (!BETWEEN.test(written)) return false
  }
}

/**
 * What LibSass may write in another way than Dart Sass has done: colours, numbers,
 * words, commas. Strings and addresses are one part each.
 */
export const PART: RegExp = new RegExp(
  [
    String.raw`"(?:[^"\\]|\\[^])*"`,
    String.raw`'(?:[^'\\]|\\[^])*'`,
    String.raw`url\([^)]*\)`,
    String.raw`(?:rgb|hsl)a?\((?:[-\d.%]+(?:deg)?(?:, |\)))+`,
    String.raw`#[0-9a-fA-F]{3,8}\b`,
    String.raw`(?<![-\w.#$%])(?:[a-zA-Z]+(?![-\w(])|-?0\.\d+(?:%|[a-zA-Z]+)?)`,
    String.raw`(?<![-\w.#$%)])-0(?![.\d])`,
    ', ',
    String.raw`[()]`,
  ].join('|'),
  'g',
)

/** A part of a value as LibSass has it, but for what the compressed style leaves out. */
export function workedOut(part: string, written: string, colors: Colors): string {
  if (/^(?:["']|url\()/.test(part)) return insideText(part, colors)
  if (/^(?:rgb|hsl)a?\(/.test(part)) return colors.function(part)
  if (/^[a-zA-Z]+$/.test(part)) return colors.word(part)
  if (part === '-0') return written.includes('-#{') ? part : '0'
  return part
}

/**
 * Characters for private use stand for themselves, not as numbers. Colours were
 * put into the text, perhaps with their signs escaped for an address.
 */
function insideText(text: string, colors: Colors): string {
  return text
    .replaceAll(PRIVATE, (_, digits) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replaceAll(PERCENTAGES, (_, name, open, channels) => {
      const color = colors.function(`${name}(${channels})`)
      return open === '('
        ? color
        : color.replace('#', '%23').replace('(', '%28').replace(')', '%29')
    })
}

const PRIVATE = /\\(e[0-9a-f]{3}|f[0-8][0-9a-f]{2})(?: |(?![0-9a-f ]))/g
const PERCENTAGES = /(rgba?)(\(|%28)((?:[\d.]+%, ){2}[\d.]+%(?:, [\d.]+)?)(?:\)|%29)/g
