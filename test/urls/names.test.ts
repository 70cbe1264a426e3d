import { expect, test } from 'vitest'
import {
  baseName,
  extensionOf,
  folderOf,
  stemOf,
  withoutTrailingDots,
} from '../../src/urls/names.ts'

test.each([
  ['a/b.tar.gz', '.gz', 'b.tar'],
  ['.htaccess', '', '.htaccess'],
  ['..rc', '', '..rc'],
  ['.a.html', '.html', '.a'],
  ['dir.d/file', '', 'file'],
  ['odd.', '.', 'odd'],
])('takes %s apart', (path, extension, stem) => {
  expect([extensionOf(path), stemOf(path)]).toEqual([extension, stem])
})

test('knows the folder and the name', () => {
  expect([folderOf('a/b/c.md'), baseName('a/b/c.md')]).toEqual(['a/b', 'c.md'])
  expect([folderOf('c.md'), baseName('c.md')]).toEqual(['', 'c.md'])
})

test('drops dots at the end only', () => {
  expect(withoutTrailingDots('a.b...')).toBe('a.b')
})
