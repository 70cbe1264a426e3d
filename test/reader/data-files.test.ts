import { expect, test } from 'vitest'
import { dataKey } from '../../src/reader/data-files.ts'
import { toHash } from '../../src/util/values.ts'
import { readSite } from './read-site.ts'

test('reads YAML, JSON, CSV and TSV, folders within', async () => {
  const site = await readSite({
    '_data/a.yml': 'x: [1, yes]\n',
    '_data/b.json': '{"y": {"z": null}, "t":\t"tab"}',
    '_data/c.csv': 'h,i\n1,\n',
    '_data/sub/_d.tsv': 'h\ti\n1\t2\n',
    '_data/sub/deep/e.yaml': '[]',
    '_data/.hidden.yml': 'x: 1',
    '_data/F.YML': 'x: 1',
    '_data/readme.txt': 'x',
  })
  expect(site.data).toEqual(
    toHash({
      a: { x: [1, true] },
      b: { y: { z: null }, t: 'tab' },
      c: [{ h: '1', i: null }],
      sub: { _d: [{ h: '1', i: '2' }], deep: { e: [] } },
    }),
  )
})

test('of one name the later kind wins, and a folder over all', async () => {
  const site = await readSite({
    '_data/a.yaml': 'v: yaml',
    '_data/a.yml': 'v: yml',
    '_data/a.json': '{"v": "json"}',
    '_data/b.yml': 'v: file',
    '_data/b/c.yml': 'v: folder',
  })
  expect(site.data).toEqual(toHash({ a: { v: 'json' }, b: { c: { v: 'folder' } } }))
})

test.each([
  ['two words', 'two_words'],
  ['a  b - c', 'a_b_-_c'],
  ['dash-name', 'dash-name'],
  ['dots.in.name', 'dotsinname'],
  ["sign's (x)", 'signs_x'],
  [' lead', 'lead'],
  ['été', 't'],
])('the key of %s is %s', (name, key) => {
  expect(dataKey(name)).toBe(key)
})

test('the configuration may say how CSV is read', async () => {
  const site = await readSite({
    '_config.yml':
      'csv_reader: {csv_converters: [numeric]}\ntsv_reader: {headers: false}\ndata_dir: facts\n',
    'facts/a.csv': 'n\n7\n',
    'facts/b.tsv': 'n\n7\n',
  })
  expect(site.data).toEqual(toHash({ a: [{ n: 7 }], b: [['n'], ['7']] }))
})

test('data of the configuration takes the place of the folder', async () => {
  const site = await readSite({ '_config.yml': 'data: {b: 1}\n', '_data/a.yml': 'v: 1' })
  expect(site.data).toEqual(toHash({ b: 1 }))
})

test.each([
  ['broken.yml', 'a: b: c\n', 1],
  ['broken.json', '{"a": [1}', 1],
  ['broken.csv', 'a\n"x\n', 2],
])('%s ends the build at its line', async (name, text, line) => {
  await expect(readSite({ [`_data/${name}`]: text })).rejects.toMatchObject({
    name: 'SiteError',
    place: expect.objectContaining({ file: `_data/${name}`, line }),
  })
})
