import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { highlight } from '../../src/highlight/highlight.ts'

const LANGUAGES =
  'shell console javascript typescript jsx tsx ruby python yaml json html xml css scss sass'.split(
    ' ',
  )

/** Code of every kind, each piece in every language: most of it is wrong in most of them. */
const PIECES: readonly string[] = JSON.parse(
  readFileSync(new URL('../conformance/highlight/cases.json', import.meta.url), 'utf8'),
).map(({ code }: { code: string }) => code)

/** What opens something, or may be taken for it, over and over. */
const OPENERS = [
  ...['(', '[', '{', '<', '"', "'", '`', '/', '\\', '*', '-', ':', '?', '@', '&', '#', '%', '='],
  ...['"\\', "'\\", '#{', '${', '$((', '$(', '%w(', '<<A\n', '/*', '<!--', '<?', '<![CDATA['],
  ...['a: ', '- ', 'a ? ', 'a[', '"""', "f'{", 'url(', '<a ', '<script>', '=begin\n', '`${', '\n'],
]

describe.each(LANGUAGES)('%s', (language) => {
  test('keeps the text of code in other languages', () => {
    for (const code of PIECES) expect(textOf(language, code)).toBe(code)
  })

  test('keeps the text of truncated code', () => {
    const code = PIECES.join('').slice(0, 6_000)
    for (let length = 0; length < code.length; length += 97) {
      expect(textOf(language, code.slice(0, length))).toBe(code.slice(0, length))
    }
  })

  test('keeps the text of characters without sense', () => {
    const next = randomNumbers(7)
    for (let round = 0; round < 40; round++) {
      const codes = Array.from({ length: 300 }, () => (next() % 5 === 0 ? next() : next() % 128))
      const code = codes.map((number) => String.fromCharCode(number % 0xd800)).join('')
      expect(textOf(language, code)).toBe(code)
    }
  })

  test('takes time in step with the length, whatever stays open', () => {
    for (const opener of OPENERS) {
      const code = opener.repeat(Math.ceil(20_000 / opener.length))
      const start = performance.now()
      expect(textOf(language, code)).toBe(code)
      // What takes the square of the length takes many times as long.
      expect(performance.now() - start, JSON.stringify(opener)).toBeLessThan(1_500)
    }
  })
})

function textOf(language: string, code: string): string {
  return highlight(code, language)!
    .replace(/<\/?span[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** The same numbers each time, from 0 up to 65535. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 16
  }
}
