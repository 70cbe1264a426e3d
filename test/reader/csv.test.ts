import { expect, test } from 'vitest'
import { type CsvOptions, parseCsv } from '../../src/reader/csv.ts'
import { CalendarDate } from '../../src/util/dates.ts'
import { WholeFloat } from '../../src/util/values.ts'

function parse(text: string, options: Partial<CsvOptions> = {}): unknown[] {
  return parseCsv(text, { delimiter: ',', headers: true, converters: [], ...options }, 'a.csv')
}

test('rows are mappings by the header, values texts', () => {
  expect(parse('name,age\nIda,7\n"Ulf, K","said ""hi"""\n')).toEqual([
    new Map([
      ['name', 'Ida'],
      ['age', '7'],
    ]),
    new Map([
      ['name', 'Ulf, K'],
      ['age', 'said "hi"'],
    ]),
  ])
})

test('empty cells are null, quoted ones empty texts, blank lines rows of null', () => {
  expect(
    parse('a,b\n1,\n"",2\n\n').map((row) => [...(row as Map<string, string>).values()]),
  ).toEqual([
    ['1', null],
    ['', '2'],
    [null, null],
  ])
})

test('of two columns with one name the first counts, cells beyond the header have no name', () => {
  expect(parse('a,b,a\n1,2,3,4,5\n')).toEqual([
    new Map([
      ['a', '1'],
      ['b', '2'],
      [null, '4'],
    ]),
  ])
})

test('without headers rows are lists', () => {
  expect(parse('a\tb\n\n1\t2\n', { delimiter: '\t', headers: false })).toEqual([
    ['a', 'b'],
    [],
    ['1', '2'],
  ])
})

test('headers may be given', () => {
  expect(parse('1,2\n', { headers: ['x', 'y'] })).toEqual([
    new Map([
      ['x', '1'],
      ['y', '2'],
    ]),
  ])
})

test('converters make numbers and dates of texts', () => {
  const options = { headers: false, converters: ['numeric', 'date'] }
  expect(parse('1,2.5,3.0,x,2020-01-02,\n', options)).toEqual([
    [1, 2.5, new WholeFloat(3), 'x', new CalendarDate(2020, 1, 2), null],
  ])
})

test.each([
  ['an open quote', 'a,b\n1,"x\n', 'Unclosed quoted field in line 2.'],
  ['a quote inside', 'a,b\n1,x"y\n', 'Illegal quoting in line 2.'],
  ['text after a quote', 'a,b\n1,"x"y\n', "Any value after quoted field isn't allowed in line 2."],
])('%s fails with its line', (_what, text, message) => {
  expect(() => parse(text)).toThrow(
    expect.objectContaining({ message, place: { file: 'a.csv', line: 2 } }),
  )
})
