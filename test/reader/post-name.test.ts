import { expect, test } from 'vitest'
import { parseDocumentName, parsePostName } from '../../src/reader/post-name.ts'

test('reads date, slug and extension', () => {
  expect(parsePostName('_posts/2024-01-31-hello-world.md')).toEqual({
    date: '2024-01-31',
    slug: 'hello-world',
    extension: '.md',
  })
})

test('allows short years, months and days', () => {
  expect(parsePostName('24-1-3-x.tar.gz')).toEqual({
    date: '24-1-3',
    slug: 'x.tar',
    extension: '.gz',
  })
})

test.each([
  ['no date', '_posts/hello.md'],
  ['no extension', '_posts/2024-01-31-hello'],
  ['only its folder dated', '_posts/2024-01-31-trip/notes.md'],
  ['a year of one digit', '_posts/4-01-31-x.md'],
])('passes over a name with %s', (_why, path) => {
  expect(parsePostName(path)).toBeUndefined()
})

test('an undated name has a slug, a name without extension nothing', () => {
  expect(parseDocumentName('_drafts/an-idea.md')).toEqual({ slug: 'an-idea', extension: '.md' })
  expect(parseDocumentName('_drafts/README')).toBeUndefined()
})
