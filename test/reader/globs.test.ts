import { expect, test } from 'vitest'
import { compileGlob } from '../../src/util/globs.ts'

test.each([
  ['*.bak', 'a/b.bak', true],
  ['*.bak', '.bak', true],
  ['*.bak', 'a.bak2', false],
  ['doc/*', 'doc/a/b', true],
  ['sub/*/c.txt', 'sub/c.txt', false],
  ['**/x', 'x', false],
  ['**/x', 'a/b/x', true],
  ['q?.txt', 'q1.txt', true],
  ['q?.txt', 'q12.txt', false],
  ['q?.txt', 'q😀.txt', true],
  ['[a-c].md', 'b.md', true],
  ['[a-c].md', 'd.md', false],
  ['[!a-c].md', 'd.md', true],
  ['[^a-c].md', 'a.md', false],
  ['[\\]].md', '].md', true],
  ['[]a].md', 'a].md', false],
  ['[a-].md', '-.md', true],
  ['[abc', '[abc', false],
  ['{a,b}.md', 'a.md', false],
  ['{a,b}.md', '{a,b}.md', true],
  ['\\*.md', '*.md', true],
  ['\\*.md', 'a.md', false],
  ['a\\', 'a\\', true],
  ['', '', true],
])('%s against %s: %s', (pattern, text, expected) => {
  expect(compileGlob(pattern)(text)).toBe(expected)
})

test('many stars take no longer than a few', () => {
  const matches = compileGlob(`${'*a'.repeat(30)}*b`)
  expect(matches('a'.repeat(5000))).toBe(false)
})
