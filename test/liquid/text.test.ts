import { expect, test } from 'vitest'
import { countWordsOfHtml } from '../../src/liquid/html-text.ts'
import { countWords, words } from '../../src/liquid/text.ts'

test('words are parted by white space and NUL of ASCII, and by nothing else', () => {
  const parting = []
  for (let code = 0; code < 0x10000; code++) {
    const text = `a${String.fromCharCode(code)}b`
    const count = countWords(text)
    if (count === 2) parting.push(code)
    expect([words(text).length, code === 60 ? count : countWordsOfHtml(text)]).toEqual([
      count,
      count,
    ])
  }
  expect(parting).toEqual([0, 9, 10, 11, 12, 13, 32])
})
