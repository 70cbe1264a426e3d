import { expect, test } from 'vitest'
import { createKramdown } from '../../src/markdown/kramdown.ts'

const kramdown = createKramdown()

/** Text that invites a parser to try again and again, or to nest without end. */
const HOSTILE: [name: string, piece: string][] = [
  ['emphasis never closed', '*a **b _c __d '],
  ['emphasis within elements', '<b>*a '],
  ['brackets', '['],
  ['images', '!['],
  ['links never closed', '[a](b "c '],
  ['parentheses', '[a](('],
  ['backticks', '`a ``b '],
  ['tildes', '~~a '],
  ['elements', '<b>'],
  ['elements of blocks', '<div>\n'],
  ['elements with Markdown', '<div markdown="1">\n'],
  ['attributes', '<a b="'],
  ['quotes', '>'],
  ['lists', '- '],
  ['items', '- a\n'],
  ['footnotes', '[^a]: '],
  ['fences', '~~~a\n'],
  ['attribute lists', '{:\n'],
  ['extensions', '{::comment}\n'],
  ['comments', '<!--\n\n'],
  ['math', '$$\n\n$$$'],
  ['cells', '| a `b'],
]

test.each(HOSTILE)('%s take time in proportion to their length', (_name, piece) => {
  const spent = (count: number): number => {
    const start = performance.now()
    kramdown(piece.repeat(count))
    return performance.now() - start
  }
  spent(500)
  expect(spent(4000)).toBeLessThan(40 * Math.max(spent(500), 25))
})

test('brackets that match stay cheap', () => {
  const count = 2000
  const images = `${'!['.repeat(count)}a${']'.repeat(count)}`
  expect(kramdown(images)).toBe(`<p>${images}</p>\n`)
})

test('attribute lists that refer to each other end', () => {
  const lists = Array.from({ length: 60 }, (_, i) => `{:r${i}: r${i + 1} r${i + 1}}\n`).join('')
  expect(kramdown(`${lists}{:r60: title="t"}\na\n{: r0}`)).toBe('<p title="t">a</p>\n')
})
