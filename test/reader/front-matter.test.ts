import { expect, test } from 'vitest'
import { parseBlock, splitFrontMatter } from '../../src/reader/front-matter.ts'
import { findZone } from '../../src/util/dates.ts'

test.each([
  ['three dashes', '---\na: 1\n---\nbody\n', 'body\n', 4],
  ['three dots', '---\na: 1\n...\nbody\n', 'body\n', 4],
  ['an empty block', '---\n---\nbody', 'body', 3],
  ['blanks after the dashes', '---  \t\na: 1\n--- \nbody', 'body', 4],
  ['Windows line ends', '---\r\na: 1\r\n---\r\n\r\nbody\r\n', 'body\r\n', 5],
  ['a blank line after the opening', '---\n\na: 1\n---\nbody', 'body', 5],
  ['blank lines before the body', '---\na: 1\n---\n\n \n  body', '  body', 6],
  ['nothing after it', '---\na: 1\n---', '', 3],
  ['only blank lines after it', '---\na: 1\n---\n\n', '', 5],
  ['longer dashes inside', '---\na: |\n  x\n----\n---\nbody', 'body', 6],
  ['a second block in the body', '---\na: 1\n---\n---\nb\n---\n', '---\nb\n---\n', 4],
])('splits text with %s', (_what, text, body, bodyLine) => {
  const split = splitFrontMatter(text)
  expect([split?.body, split?.bodyLine]).toEqual([body, bodyLine])
})

test.each([
  ['no dashes', 'a: 1\n---\n'],
  ['four dashes', '----\na: 1\n---\n'],
  ['words after the dashes', '--- yaml\na: 1\n---\n'],
  ['no end', '---\na: 1\nbody\n'],
  ['an indented end', '---\na: 1\n  ---\nbody\n'],
  ['an end with words', '---\na: 1\n--- end\nbody\n'],
  ['a blank line first', '\n---\na: 1\n---\n'],
])('text with %s has no front matter', (_what, text) => {
  expect(splitFrontMatter(text)).toBeUndefined()
})

function parse(text: string): unknown {
  const split = splitFrontMatter(text)
  return split && parseBlock(split.block, 'p.md', findZone('UTC'))
}

test('reads the block as YAML, keys with blanks before the colon too', () => {
  expect(parse('---\ntitle : A\ncategory : x\nyes: no\n---\n')).toEqual(
    new Map<unknown, unknown>([
      ['title', 'A'],
      ['category', 'x'],
      [true, false],
    ]),
  )
})

test('an empty block and one of comments give null', () => {
  expect(parse('---\n---\n')).toBeNull()
  expect(parse('---\n# nothing\n---\n')).toBeNull()
})

test('dashes within a text of several lines stay in it', () => {
  expect(parse('---\na: |\n  x\n  ---\n  y\n---\n')).toEqual(new Map([['a', 'x\n---\ny\n']]))
})

test('the name of a language after the dashes is not obeyed', () => {
  expect(splitFrontMatter('---js\n{ get a() { throw 1 } }\n---\n')).toBeUndefined()
})

test('an error names the line of the file', () => {
  expect(() => parse('---\na: 1\nb: c: d\n---\nbody\n')).toThrow(
    expect.objectContaining({ place: expect.objectContaining({ file: 'p.md', line: 3 }) }),
  )
})

test('a front matter of many blank lines takes no time', () => {
  const split = splitFrontMatter(`---\n${'\n'.repeat(200_000)}---${'\n'.repeat(200_000)}x`)
  expect(split?.body).toBe('x')
})
