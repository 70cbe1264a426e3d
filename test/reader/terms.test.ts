import { expect, test } from 'vitest'
import { categoriesAsText, distinct, tagsOf } from '../../src/reader/terms.ts'
import { toHash, WholeFloat } from '../../src/util/values.ts'

test.each([
  [{ tags: 'red blue' }, ['red', 'blue']],
  [{ tags: ['deep red', 'blue'] }, ['deep red', 'blue']],
  [{ tag: 'deep red' }, ['deep red']],
  [{ tag: ['a', ['b']] }, ['a', 'b']],
  [{ tag: 'a', tags: 'b c' }, ['a']],
  [{ tag: null, tags: 'b c' }, ['b', 'c']],
  [{ tags: ['x', ['y', null, ['z']]] }, ['x', 'y', 'z']],
  [{ tags: [2021, 1.5] }, [2021, 1.5]],
  [{ tags: 5 }, []],
  [{}, []],
])('tags of %o', (data, tags) => {
  expect(tagsOf(toHash(data))).toEqual(tags)
})

test('categories become texts, and the singular is one name with its blanks', () => {
  expect(categoriesAsText(toHash({ categories: ['a', 2020], category: 'b c' }))).toEqual([
    'a',
    '2020',
    'b c',
  ])
})

test('a nested list of categories also appears printed', () => {
  expect(categoriesAsText(toHash({ categories: ['a', ['b', 'c'], null] }))).toEqual([
    'a',
    '["b", "c"]',
    '',
    'b',
    'c',
  ])
})

test('1, 1.0 and "1" are three things', () => {
  expect(distinct([1, new WholeFloat(1), '1', 1, ['a'], ['a']])).toEqual([
    1,
    new WholeFloat(1),
    '1',
    ['a'],
  ])
})
