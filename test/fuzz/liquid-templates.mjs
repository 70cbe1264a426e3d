/**
 * Templates that nobody wrote, with data for them.
 *
 * Most are right; some have a character too many or too few, because what
 * Liquid makes of wrong markup is half of what it is.
 */

const INTEGERS = ['0', '1', '2', '3', '-1', '-7', '10', '42', '1000', '99999999999']
const FLOATS = ['0.5', '1.0', '2.25', '-3.75', '1234.567', '0.1', '1.0e+20', '1.0e-05', '100.0']
const TEXTS = [
  'abc',
  'Hello World',
  'a,b,,c',
  '  padded  ',
  '<b>bold</b> & "quoted"',
  "it's",
  'Größe Ünïcode',
  'one two  three four',
  'line one\nline two\n',
  '12',
  '3.5',
  '007',
  '/path/to/file.html',
  'https://example.org/a b?c=d',
  '2024-01-31',
  '2024-03-05 10:20:30 +0200',
  '日本語 text',
  '%20 50% done',
  '',
  '-',
  'a\\b',
]
const DATES = ['2024-01-31', '2023-12-25 08:30:00 +0000', '2024-07-04 13:05:09 +0200', '1999-02-28']
const KEYS = ['title', 'n', 'tags', 'date', 'sub', 'draft']
const LISTS = ['ints', 'floats', 'texts', 'mixed', 'rows', 'nested', 'none']
const NAMES = ['i', 'f', 's', 't', 'yes', 'no', 'nothing', 'day', 'hash', ...LISTS]
const FORMATS = [
  '%Y-%m-%d',
  '%b %-d, %Y',
  '%^a %e %B',
  '%H:%M:%S %z',
  '%j %U %s',
  '%10N|%3N',
  '%P %p %I',
  '%F %T',
  '%Y %',
  '%Q %E',
]
const OPERATORS = ['==', '!=', '<', '>', '<=', '>=', 'contains', '<>']

/** Filters by name, each with what its arguments are made of. */
const FILTERS = {
  append: ['text'],
  prepend: ['text'],
  upcase: [],
  downcase: [],
  capitalize: [],
  strip: [],
  lstrip: [],
  rstrip: [],
  strip_newlines: [],
  newline_to_br: [],
  normalize_whitespace: [],
  replace: ['text', 'text'],
  replace_first: ['text', 'text'],
  remove: ['text'],
  remove_first: ['text'],
  split: ['text'],
  truncate: ['small', 'text?'],
  truncatewords: ['small', 'text?'],
  slice: ['small', 'small?'],
  slugify: ['mode?'],
  number_of_words: [],
  default: ['any'],
  escape: [],
  escape_once: [],
  xml_escape: [],
  strip_html: [],
  url_encode: [],
  url_decode: [],
  cgi_escape: [],
  uri_escape: [],
  relative_url: [],
  absolute_url: [],
  strip_index: [],
  jsonify: [],
  inspect: [],
  h: [],
  plus: ['number'],
  minus: ['number'],
  times: ['number'],
  divided_by: ['number'],
  modulo: ['number'],
  abs: [],
  ceil: [],
  floor: [],
  round: ['small?'],
  at_least: ['number'],
  at_most: ['number'],
  to_integer: [],
  date: ['format'],
  date_to_string: ['ordinal?'],
  date_to_long_string: [],
  date_to_xmlschema: [],
  date_to_rfc822: [],
  join: ['text?'],
  first: [],
  last: [],
  size: [],
  reverse: [],
  uniq: [],
  compact: [],
  concat: ['list'],
  map: ['key'],
  sort: ['key?'],
  sort_natural: ['key?'],
  where: ['key', 'any'],
  find: ['key', 'any'],
  group_by: ['key'],
  where_exp: ['name', 'test'],
  group_by_exp: ['name', 'property'],
  push: ['any'],
  pop: [],
  shift: [],
  unshift: ['any'],
  array_to_sentence_string: ['text?'],
  base64_encode: [],
}
const FILTER_NAMES = Object.keys(FILTERS)
const LIST_FILTERS = FILTER_NAMES.slice(FILTER_NAMES.indexOf('join'))

export const INCLUDES = {
  '_includes/line.html': '[{{ include.a }}|{{ include.b | inspect }}]',
  '_includes/loop.html':
    '{% for x in include.list %}{{ forloop.index }}{{ x }}{% endfor %}{% assign seen = include.list %}',
  '_includes/inner.html': '{% include line.html a=include.b %}{{ include.a }}',
}

/** `{template, data_yaml}` */
export function makeTemplate(random) {
  const maker = createMaker(random)
  const pieces = Array.from({ length: 1 + random.below(4) }, () => maker.piece(2))
  const template = pieces.join(random.pick(['', ' ', '\n', '|']))
  return {
    template: random.chance(0.15) ? spoil(template, random) : template,
    data_yaml: makeData(random),
  }
}

function makeData({ below, chance, pick }) {
  const some = (list) => Array.from({ length: below(5) }, () => pick(list))
  const text = () => JSON.stringify(pick(TEXTS))
  const scalar = () =>
    pick([pick(INTEGERS), pick(FLOATS), text(), 'true', 'false', 'null', pick(DATES)])
  const row = () => {
    const values = {
      title: text(),
      n: pick(INTEGERS),
      tags: `[${some(['a', 'b', 'c'])}]`,
      date: pick(DATES),
      sub: `{k: ${scalar()}}`,
      draft: pick(['true', 'false', 'null']),
    }
    return `{${KEYS.filter(() => chance(0.75))
      .map((key) => `${key}: ${values[key]}`)
      .join(', ')}}`
  }
  const list = (make) => `[${Array.from({ length: below(5) }, make).join(', ')}]`
  const values = {
    i: pick(INTEGERS),
    f: pick(FLOATS),
    s: text(),
    t: text(),
    yes: 'true',
    no: 'false',
    nothing: 'null',
    day: pick(DATES),
    hash: row(),
    ints: list(() => pick(INTEGERS)),
    floats: list(() => pick(FLOATS)),
    texts: list(text),
    mixed: list(scalar),
    rows: list(row),
    nested: list(() => list(scalar)),
    none: '[]',
  }
  return Object.entries(values)
    .map(([key, value]) => `"${key}": ${value}\n`)
    .join('')
}

function createMaker({ below, chance, pick }) {
  const quoted = () => {
    const text = pick(TEXTS).replaceAll('\n', ' ')
    return text.includes('"') ? `'${text.replaceAll("'", '')}'` : `"${text}"`
  }
  const makers = {
    text: () => (chance(0.8) ? quoted() : pick(NAMES)),
    number: () => pick([pick(INTEGERS), pick(['0.5', '2.0', '-1.5']), pick(NAMES), quoted()]),
    small: () => pick(['0', '1', '2', '3', '5', '-1', '-2', '20', 'i']),
    any: () => value(),
    mode: () => pick(['"raw"', '"pretty"', '"ascii"', '"latin"', '"none"', 'nil']),
    format: () => (chance(0.9) ? `"${pick(FORMATS)}"` : value()),
    ordinal: () => pick(['"ordinal"', '"ordinal", "US"']),
    list: () => pick(LISTS),
    key: () => `"${pick(KEYS)}"`,
    name: () => '"item"',
    test: () => `"item.${pick(KEYS)} ${pick(OPERATORS)} ${pick(['1', "'a'", 'i', 'nil'])}"`,
    property: () => `"item.${pick(KEYS)}"`,
  }
  function value() {
    const kind = below(10)
    if (kind < 2) return quoted()
    if (kind === 2) return pick(INTEGERS)
    if (kind === 3)
      return pick([
        '0.5',
        '2.0',
        '1.50',
        'true',
        'false',
        'nil',
        'empty',
        'blank',
        '(1..3)',
        '(i..4)',
      ])
    if (kind < 8) return pick(NAMES)
    return `${pick(NAMES)}${step()}${chance(0.3) ? step() : ''}`
  }
  const step = () =>
    pick([
      `.${pick(KEYS)}`,
      '.size',
      '.first',
      '.last',
      '[0]',
      '[-1]',
      '[i]',
      `["${pick(KEYS)}"]`,
      '.k',
    ])

  function filters(most, names = FILTER_NAMES) {
    return Array.from({ length: below(most + 1) }, () => filter(pick(names))).join('')
  }
  function filter(name) {
    const args = FILTERS[name]
      .filter((kind) => !kind.endsWith('?') || chance(0.5))
      .map((kind) => makers[kind.replace('?', '')]())
    const given = chance(0.03) ? args.slice(1) : args
    return ` | ${name}${given.length > 0 ? `: ${given.join(', ')}` : ''}`
  }
  function output() {
    if (chance(0.3)) return tidy(`{{ ${pick(LISTS)}${filters(2, LIST_FILTERS)} }}`)
    return tidy(`{{ ${value()}${filters(3)} }}`)
  }
  const tidy = (tag) => {
    if (chance(0.85)) return tag
    return pick([tag.replace(/^(\{[{%])/, '$1-'), tag.replace(/([%}]\})$/, '-$1')])
  }
  const tag = (text) => tidy(`{% ${text} %}`)
  const comparison = () => (chance(0.3) ? value() : `${value()} ${pick(OPERATORS)} ${value()}`)
  const condition = () =>
    Array.from({ length: 1 + below(2) }, comparison).join(pick([' and ', ' or ']))
  const gap = () => pick(['', '', ' ', '\n', '\n  '])
  const body = (depth) =>
    Array.from({ length: 1 + below(2) }, () => gap() + piece(depth - 1)).join('') + gap()

  const loopParts = () =>
    [
      'reversed',
      `limit: ${pick(['1', '2', '0', 'i', '-1'])}`,
      `offset: ${pick(['1', '0', 'continue', '5'])}`,
    ]
      .filter(() => chance(0.25))
      .join(' ')
  const blocks = [
    (depth) => {
      const other = chance(0.3) ? tag(`elsif ${condition()}`) + body(depth) : ''
      const last = chance(0.5) ? tag('else') + body(depth) : ''
      return tag(`if ${condition()}`) + body(depth) + other + last + tag('endif')
    },
    (depth) => tag(`unless ${condition()}`) + body(depth) + tag('endunless'),
    (depth) => {
      const over = chance(0.8) ? pick([...LISTS, 'hash']) : pick(['(1..3)', '(i..5)', 's'])
      const inner = `${body(depth)}${pick(['{{ x }}', '{{ x.title }}', '{{ forloop.index }}', '{{ forloop.last }}', ''])}`
      const last = chance(0.3) ? tag('else') + body(depth) : ''
      return tag(`for x in ${over} ${loopParts()}`) + inner + last + tag('endfor')
    },
    (depth) => {
      const whens = Array.from(
        { length: 1 + below(2) },
        () => tag(`when ${value()}${chance(0.3) ? ` or ${value()}` : ''}`) + body(depth),
      )
      const last = chance(0.5) ? tag('else') + body(depth) : ''
      return tag(`case ${value()}`) + gap() + whens.join('') + last + tag('endcase')
    },
    (depth) => `${tag('capture c')}${body(depth)}${tag('endcapture')}{{ c }}`,
    () =>
      `${tag(`tablerow x in ${pick(LISTS)} cols: ${pick(['2', '3', 'i'])}`)}{{ x }}${tag('endtablerow')}`,
    () => tag('raw') + pick(['{{ x }}', 'a {% b', '']) + pick(['{% endraw %}']),
    (depth) => tag('comment') + body(depth) + tag('endcomment'),
    (depth) => tag('ifchanged') + body(depth) + tag('endifchanged'),
  ]
  const singles = [
    () => `${tag(`assign a = ${value()}${filters(2)}`)}{{ a }}`,
    () => tag(`assign ${pick(NAMES)} = ${value()}${filters(1)}`),
    () => tag(`cycle ${pick(['', '"g": ', 's: '])}${value()}, ${value()}`),
    () => tag(`${pick(['increment', 'decrement'])} ${pick(['k', 'i'])}`),
    () =>
      tag(
        `include ${pick(['line', 'loop', 'inner'])}.html a=${pick(NAMES)} b="${pick(['x', 'y z'])}" list=${pick(LISTS)}`,
      ),
    () => tag(`echo ${value()}${filters(1)}`),
    () => tag(pick(['break', 'continue'])),
    () => `{% liquid\n  assign q = ${value()}\n  echo q${filters(1)}\n%}`,
  ]

  function piece(depth) {
    const kind = below(10)
    if (kind < 4 || depth <= 0) return output()
    if (kind < 5) return pick(TEXTS)
    return kind < 7 ? pick(singles)() : pick(blocks)(depth)
  }
  return { piece }
}

/** One change as a hand makes them. */
function spoil(template, { below, pick }) {
  const at = below(template.length)
  const sign = pick([
    '"',
    "'",
    '|',
    ':',
    ',',
    '.',
    '[',
    ']',
    '(',
    '=',
    '!',
    '&',
    '-',
    ' ',
    '+',
    'x',
  ])
  return pick([
    template.slice(0, at) + sign + template.slice(at),
    template.slice(0, at) + template.slice(at + 1),
    template.slice(0, at) + sign + template.slice(at + 1),
  ])
}
