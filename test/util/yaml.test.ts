import { expect, test } from 'vitest'
import { findZone } from '../../src/util/dates.ts'
import { SiteError } from '../../src/util/errors.ts'
import { WholeFloat } from '../../src/util/values.ts'
import { parseYaml } from '../../src/util/yaml.ts'
import { describeValue, readRecorded } from './recorded.ts'

const BERLIN = findZone('Europe/Berlin')

function read(text: string): unknown {
  return parseYaml(text, { zone: BERLIN })
}

function readOrFail(text: string): string {
  try {
    return describeValue(read(text))
  } catch (error) {
    if (error instanceof SiteError) return 'error'
    throw error
  }
}

function failure(text: string, line?: number): SiteError {
  try {
    parseYaml(text, { file: 'post.md', zone: BERLIN, ...(line === undefined ? {} : { line }) })
  } catch (error) {
    if (error instanceof SiteError) return error
    throw error
  }
  throw new Error('nothing failed')
}

test('reads scalars as Psych does', () => {
  const cases = readRecorded('psych-scalars.tsv')
  const got = cases.map(([scalar]) => [scalar, describeValue(read(`- ${scalar}\n`)).slice(1, -1)])
  expect(got).toEqual(cases)
})

test('reads documents as Psych does', () => {
  const cases = readRecorded('psych-documents.tsv')
  expect(cases.map(([text]) => [text, readOrFail(String(text))])).toEqual(cases)
})

test('reads the values that YAML 1.2 sees differently', () => {
  expect(
    read(`
on: yes
octal: 017
modern: 0o17
clock: 12:30:45
short clock: 12:30
thousand: 1_000
text: 1e3
float: 1.0e+3
nothing: ~
`),
  ).toEqual(
    new Map<unknown, unknown>([
      [true, true],
      ['octal', 15],
      ['modern', '0o17'],
      ['clock', 45045],
      ['short clock', 45000],
      ['thousand', 1000],
      ['text', '1e3'],
      ['float', new WholeFloat(1000)],
      ['nothing', null],
    ]),
  )
})

test.each([
  ['2017-09-06 10:00:00 +0200', '2017-09-06 10:00:00 +0200'],
  ['2017-09-06T10:00:00Z', '2017-09-06 10:00:00 UTC'],
  ['2017-09-06 10:00:00', '2017-09-06 12:00:00 +0200'],
  ['2017-09-06', '2017-09-06'],
  ['2017-09-06 10:00', '2017-09-06 10:00'],
])('reads the date %s as %s', (text, shown) => {
  expect(String(read(text))).toBe(shown)
})

test('keeps integers that a number cannot hold', () => {
  expect(read('[9007199254740993, 0xFFFFFFFFFFFFFFFF]')).toEqual([
    9007199254740993n,
    18446744073709551615n,
  ])
})

test('merges mappings where they stand, later keys over earlier ones', () => {
  const text = `
base: &base {a: 1, b: 2}
below: {a: 0, <<: *base}
above: {<<: *base, a: 0}
first wins: {<<: [{a: 5}, {a: 6, c: 7}]}
`
  expect(describeValue(read(text))).toBe(
    '{S:base=>{S:a=>I:1, S:b=>I:2}, S:below=>{S:a=>I:1, S:b=>I:2}, ' +
      'S:above=>{S:a=>I:0, S:b=>I:2}, S:first wins=>{S:a=>I:5, S:c=>I:7}}',
  )
})

test.each([
  ['a doubled key, the last of which wins', 'a: 1\na: 2\n', '{S:a=>I:2}'],
  ['a space before the colon', 'category : x\n', '{S:category=>S:x}'],
  ['quoted text that goes on at the margin', 'a: "one\ntwo"\nb: 1\n', '{S:a=>S:one two, S:b=>I:1}'],
  ['a list that goes on at the margin', 'a: [1,\n2\n]\nb: 1\n', '{S:a=>[I:1, I:2], S:b=>I:1}'],
  [
    'tabs before a list or a mapping',
    'a:\t[1]\nb: 2\nc:\t {d: 3}\n',
    '{S:a=>[I:1], S:b=>I:2, S:c=>{S:d=>I:3}}',
  ],
  ['an unknown tag', 'a: !thing 1\n', '{S:a=>I:1}'],
  ['a second document', 'a: 1\n---\nb: [\n', '{S:a=>I:1}'],
  ['less indentation after an indented start', '  a: 1\nb: 2\n', '{S:a=>I:1}'],
  ['a byte order mark', '\uFEFFa: 1\n', '{S:a=>I:1}'],
  ['block text without a last line break', 'a: |\n  one\n  two', '{S:a=>S:one\ntwo}'],
  ['nothing', '', 'nil'],
  ['a comment alone', '# nothing\n', 'nil'],
])('accepts %s', (_what, text, value) => {
  expect(describeValue(read(text))).toBe(value)
})

test('keeps keys away from prototypes', () => {
  const value = read('__proto__: {polluted: true}\nconstructor: 1\n')
  expect(describeValue(value)).toBe('{S:__proto__=>{S:polluted=>true}, S:constructor=>I:1}')
  expect({}).not.toHaveProperty('polluted')
})

test.each([
  ['title: foo: bar\n', 'mapping values are not allowed in this context', 1, 11],
  ["a: 1\nb: 'x\nc: y\n", 'found unexpected end of stream while scanning a quoted scalar', 2, 4],
  ['a: [1, 2\nb: c\n', "did not find expected ',' or ']' while parsing a flow collection", 1, 4],
  ['a: {b: 1\n', "did not find expected ',' or ']' while parsing a flow collection", 1, 4],
  [
    'a: @b\n',
    'found character that cannot start any token while scanning for the next token',
    1,
    4,
  ],
  ['k:\n  - a\n b: c\n', 'did not find expected key while parsing a block mapping', 3, 2],
  ['a: "\\k"\n', 'found unknown escape character while parsing a quoted scalar', 1, 6],
  ['a: "b\nc \\k"\n', 'found unknown escape character while parsing a quoted scalar', 2, 4],
])('says what is wrong with %j and where', (text, message, line, column) => {
  expect(failure(text)).toMatchObject({
    topic: 'YAML Exception:',
    message,
    place: { file: 'post.md', line, column },
    sourceLine: text.split('\n')[line - 1],
  })
})

test('counts lines from where the text begins in its file', () => {
  expect(failure('a: 1\nb: c: d\n', 2).place).toEqual({ file: 'post.md', line: 3, column: 5 })
})

test('a symbol is text with its colon, as sites write it for permalinks and styles', () => {
  expect(
    read('permalink: :year/:title\nsass: {style: :compressed}\n:key: [:a, ":b", :"c d"]\n'),
  ).toEqual(
    new Map<string, unknown>([
      ['permalink', ':year/:title'],
      ['sass', new Map([['style', ':compressed']])],
      [':key', [':a', ':b', ':"c d"']],
    ]),
  )
})

test.each([
  ['a: !ruby/object:Thing {b: 1}\n', 'Tried to load unspecified class: Thing', 4],
  ['a: !ruby/regexp /x/\n', 'Tried to load unspecified class: Regexp', 4],
  ['a: *nobody\n', 'Unknown alias: nobody', 5],
])('refuses %j, which Jekyll does not allow', (text, message, column) => {
  expect(failure(text)).toMatchObject({
    topic: 'Error reading file',
    message,
    place: { line: 1, column },
  })
})

test('refuses a list that holds itself', () => {
  expect(() => read('&a [*a]')).toThrow(SiteError)
})
