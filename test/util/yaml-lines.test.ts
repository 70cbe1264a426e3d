import { expect, test } from 'vitest'
import { Time } from '../../src/util/dates.ts'
import { parseYaml } from '../../src/util/yaml.ts'
import { readLines } from '../../src/util/yaml-lines.ts'
import { findZone } from '../../src/util/zones.ts'
import { createDice } from '../support/edits.ts'

const zone = findZone('UTC')
/** A comment is more than lines of keys and values, so js-yaml reads it all. */
const readWhole = (text: string) => parseYaml(`# whole\n${text}`, { zone })

test('front matter as most people write it is read line by line', () => {
  const text = [
    'layout: post',
    'title: "Why: a story"',
    "quote: 'it is #1'",
    'date: 2017-09-06 10:00:00 +0200',
    'tags: [a, b c,yes, 7]',
    'empty:',
    'link: https://example.org/a:b',
    'none: []',
    'on:   off  ',
    '',
  ].join('\n')
  expect(readLines(text, zone)).toEqual(
    new Map<unknown, unknown>([
      ['layout', 'post'],
      ['title', 'Why: a story'],
      ['quote', 'it is #1'],
      ['date', Time.withOffset(7200, 2017, 9, 6, 10, 0, 0, 0)],
      ['tags', ['a', 'b c', true, 7]],
      ['empty', null],
      ['link', 'https://example.org/a:b'],
      ['none', []],
      [true, false],
    ]),
  )
})

test.each([
  'title: a # b',
  'title: a: b',
  'title: "a\\n"',
  "title: 'it''s'",
  'title: a\n  b',
  'tags:\n- a',
  'tags:\n  - a',
  'tags: [a, b,]',
  'tags: [a: b]',
  'title: |\n  a',
  'title: *a',
  'title: &a b',
  'title: !!str 1',
  'title:a',
  'a\tb: c',
  '- a',
  '<<: a',
  '',
  'a: b\r\nc: d',
])('what is less plain is left to js-yaml: %j', (text) => {
  expect(readLines(text, zone)).toBeUndefined()
})

const KEYS = ['title', 'yes', 'a-b', 'x1', 'a b', '"q"', '<<', '-', 'é', 'n']
const PIECES = [
  ...[
    'a',
    'Hello',
    'no',
    '~',
    '2017-09-06',
    '10:00',
    '12',
    '.5',
    '0x1F',
    '1_000',
    'é',
    '“x”',
    'C#',
  ],
  ...[
    ' ',
    '  ',
    ',',
    ', ',
    ':',
    ': ',
    '#',
    ' #',
    '"',
    "'",
    '\\',
    '[',
    ']',
    '{',
    '}',
    '-',
    '- ',
    '?',
  ],
  ...[
    '!',
    '&',
    '*',
    '|',
    '>',
    '%',
    '@',
    '`',
    '.',
    '/',
    '$',
    '\t',
    '\u00a0',
    '\u2028',
    '\u0085',
    '😀',
  ],
]

test('what is read line by line is what js-yaml reads', () => {
  const dice = createDice(7)
  const pick = (list: readonly string[]) => list[dice(list.length)]!
  const pieces = () => Array.from({ length: 1 + dice(3) }, () => pick(PIECES)).join('')
  const value = () => pick([pieces(), pieces(), `"${pieces()}"`, `'${pieces()}'`, ''])
  const list = () => `[${[pieces(), pick(PIECES), pick(PIECES)].join(pick([', ', ',', ' , ']))}]`
  const line = () => `${pick(KEYS)}:${pick([' ', ' ', '  ', ''])}${pick([value(), list()])}`

  let count = 0
  for (let round = 0; round < 20_000; round++) {
    const text = Array.from({ length: 1 + dice(2) }, line).join('\n')
    const read = readLines(text, zone)
    if (!read) continue
    count++
    expect(read, text).toEqual(readWhole(text))
  }
  expect(count).toBeGreaterThan(1000)
})
