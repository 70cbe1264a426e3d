/** Whose CSS is written; the cases of the conformance suite say how LibSass writes it. */

import { describe, expect, test } from 'vitest'
import { blocksOf } from '../../src/converters/libsass/scan.ts'
import { compileSass, type Manner, type SassOptions } from '../../src/converters/sass-compile.ts'
import { buildSite } from '../support/site.ts'

const SHEET = "---\n---\na { b { c: mix(red, blue, 33%) } d: 'e' }\n"
const LIBSASS = "a { d: 'e'; }\n\na b { c: #5400ab; }\n"
const DART_SASS = 'a b {\n  c: rgb(33%, 0%, 67%);\n}\na {\n  d: "e";\n}\n'

async function cssOf(files: Readonly<Record<string, string>>, sass = ''): Promise<string> {
  const output = await buildSite({
    '_config.yml': `sass: {sourcemap: never${sass}}\n`,
    'main.scss': SHEET,
    ...files,
  })
  return output.get('main.css') ?? ''
}

describe('the CSS is', () => {
  test("LibSass's, compact, where the site says nothing", async () => {
    expect(await cssOf({})).toBe(LIBSASS)
  })

  test("Dart Sass's where the site asks for sass-embedded", async () => {
    expect(await cssOf({}, ', implementation: sass-embedded')).toBe(DART_SASS)
    expect(await cssOf({}, ', implementation: dart-sass')).toBe(DART_SASS)
  })

  test("Dart Sass's where the site's gems are locked with sass-embedded", async () => {
    const lock = 'GEM\n  specs:\n    sass-embedded (1.77.8-x86_64-linux-gnu)\n'
    expect(await cssOf({ 'Gemfile.lock': lock })).toBe(DART_SASS)
    expect(await cssOf({ 'Gemfile.lock': lock }, ', implementation: sassc')).toBe(LIBSASS)
  })

  test("Dart Sass's where a stylesheet loads modules, which LibSass does not know", async () => {
    const css = await cssOf({
      '_sass/_sizes.scss': "$wide: 2px; $quote: 'q';",
      'main.scss': '---\n---\n@use "sizes";\na { b: sizes.$wide; c: sizes.$quote }\n',
    })
    expect(css).toBe('a {\n  b: 2px;\n  c: "q";\n}\n')
  })

  test('also where it is a partial that loads them', async () => {
    const files = {
      '_sass/_sizes.scss': '$wide: 2px;',
      '_sass/_box.scss': '@use "sizes";\na { b: sizes.$wide; c: mix(#123457, #fedcb1, 33%) }',
      'main.scss': '---\n---\n@import "box";\n',
    }
    expect(await cssOf(files, ', style: compressed')).toBe(
      'a{b:2px;c:rgb(69.0666666667%,64.5333333333%,57.7647058824%)}\n',
    )
  })

  test('in any of four styles of LibSass, and expanded or compressed for Dart Sass', async () => {
    expect(await cssOf({}, ', style: nested')).toBe(
      "a {\n  d: 'e'; }\n  a b {\n    c: #5400ab; }\n",
    )
    expect(await cssOf({}, ', style: :compressed')).toBe("a{d:'e'}a b{c:#5400ab}\n")
    expect(await cssOf({}, ', style: none')).toBe(LIBSASS)
    expect(await cssOf({}, ', implementation: sass-embedded, style: compressed')).toBe(
      'a b{c:rgb(33%,0%,67%)}a{d:"e"}\n',
    )
  })
})

test('imports within @media stay in one block', async () => {
  const css = await cssOf({
    '_sass/_a.scss': 'a { b: c }',
    '_sass/_d.scss': '/* e */ d { e: f }',
    'main.scss': '---\n---\n@media print { @import "a", "d"; g { h: i } }\n',
  })
  expect(css).toBe('@media print { a { b: c; } /* e */ d { e: f; } g { h: i; } }\n')
})

function compile(text: string, options: Partial<SassOptions> = {}, manner: Manner = 'sassc') {
  const answer = compileSass({
    compiler: 'sass',
    text,
    options: {
      syntax: 'scss',
      style: 'compact',
      manner,
      loadPaths: [],
      sourceMap: true,
      quietDeps: false,
      ...options,
    },
  })
  if ('what' in answer) throw new Error(answer.message)
  return answer
}

test('mix() answers whole channels, and its faults are those of who calls it', async () => {
  expect(
    compile(
      '$a: mix(#fff, #000, 7%); a { b: mix($a, #fff, 11%); c: mix($weight: 0, $color1: red, $color2: blue) }',
    ).css,
  ).toBe('a { b: #e5e5e5; c: blue; }')
  await expect(
    cssOf({ 'main.scss': '---\n---\na {\n  b: mix(1px, red);\n}\n' }),
  ).rejects.toMatchObject({
    message: expect.stringContaining('$color1: 1px is not a color'),
    place: { file: 'main.scss', line: 4, column: 6 },
    sourceLine: '  b: mix(1px, red);',
    trail: [],
  })
})

test('a partial may be named entry', async () => {
  const files = { '_sass/_entry.scss': 'a { b: c }', 'main.scss': '---\n---\n@import "entry";\n' }
  expect(await cssOf(files)).toBe('a { b: c; }\n')
})

test('a character that is not ASCII asks for a charset, but in the compressed style', () => {
  expect(compile('a{b:"é"}').css).toBe('@charset "UTF-8";\na { b: "é"; }')
  expect(compile('a{b:"é"}', { style: 'compressed' }).css).toBe('a{b:"é"}')
})

test('the source map leads from every rule and declaration to where it was written', () => {
  const text = '$c: 1px;\na {\n  b { c: $c }\n  d: e;\n}\n@media print { f { "é": g } }\n'.replace(
    '"é"',
    'h',
  )
  const { css, sourceMap } = compile(text)
  expect(css).toBe('a { d: e; }\n\na b { c: 1px; }\n\n@media print { f { h: g; } }')
  expect(led(css, text, sourceMap?.mappings ?? '')).toEqual([
    ['a { d: e; }', 'a {'],
    ['d: e; }', 'd: e;'],
    ['a b { c: 1px; }', 'b { c: $c }'],
    ['c: 1px; }', 'c: $c }'],
    ['1px; }', '1px;'],
    ['@media print { f { h: g; } }', '@media print { f { h: g } }'],
    ['f { h: g; } }', 'f { h: g } }'],
    ['h: g; } }', 'h: g } }'],
  ])
})

/** What stands at each place of the CSS that is mapped, and what at its origin. */
function led(css: string, text: string, mappings: string): [string, string][] {
  const written = text.split('\n')
  const made = css.split('\n')
  let line = 0
  let column = 0
  return mappings.split(';').flatMap((row, index) => {
    let at = 0
    return (row === '' ? [] : row.split(',')).map((segment): [string, string] => {
      const [step = 0, , lines = 0, columns = 0] = numbers(segment)
      at += step
      line += lines
      column += columns
      return [made[index]?.slice(at) ?? '', written[line]?.slice(column) ?? '']
    })
  })
}

function numbers(segment: string): number[] {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const found: number[] = []
  let shift = 0
  let value = 0
  for (const char of segment) {
    const digit = digits.indexOf(char)
    value += (digit & 31) << shift
    shift += 5
    if (digit >= 32) continue
    found.push(value & 1 ? -(value >> 1) : value >> 1)
    shift = 0
    value = 0
  }
  return found
}

describe('a long text of any kind ends soon', () => {
  const MANY = 60_000
  test.each([
    ['attributes in a comment', `/* ${'[a='.repeat(MANY)} */ a { b: c }`],
    ['quoted attributes in a comment', `/* ${'[a="'.repeat(MANY)} */ a { b: c }`],
    ['escapes', `/* ${'a\\'.repeat(MANY)} */ a { b: c }`],
    ['a long word', `/* ${'a-'.repeat(MANY)} */ a[b] { b: c }`],
    ['colons and parentheses', `/* ${':nth-a('.repeat(MANY)} */ a:nth-child(2n+1) { b: c }`],
    ['comments before a rule', `${'// a\n'.repeat(MANY / 4)}a { b: c }`],
    ['slashes before a mixin', `//${' //'.repeat(MANY)}\n@mixin m { a: b } a { @include m }`],
    ['blanks in a value', `a { b: c${' '.repeat(MANY)}d; e: 'f' + g }`],
    ['blanks behind a value', `a { b: c${' '.repeat(MANY)}; }`],
    ['blanks and breaks', `a { b: c${' \n'.repeat(MANY)}d; }`],
    ['a long list', `a { b: ${'c, '.repeat(MANY)}d + 1 }`],
    ['interpolations', `a { b: ${'#{1} '.repeat(MANY / 20)} }`],
    ['braces in a custom property', `a { --b: ${'{'.repeat(900)}${'}'.repeat(900)} }`],
    ['numbers', `a { b: ${'.5 '.repeat(MANY / 4)} 1 + 1 }`],
    ['many rules', 'a { b: c; d { e: f } g: h }\n'.repeat(2_000)],
    ['a rule opened again and again', `a { ${'b { c: d } e: f; '.repeat(1_000)} }`],
  ])('%s', { timeout: 60_000 }, (_what, text) => {
    expect(compile(text, { style: 'compressed' }).css).not.toBe('')
  })
})

test('blocks are found whatever the braces in strings, comments and interpolations', () => {
  const text = 'a { b: "}"; /* } */ #{"c{"} { d: e } // }\n f { g: url(//h) } }\ni { j: k }'
  expect(blocksOf(text, 'scss').map(({ close, open }) => text.slice(open, close + 1))).toEqual([
    '{ b: "}"; /* } */ #{"c{"} { d: e } // }\n f { g: url(//h) } }',
    '{ d: e }',
    '{ g: url(//h) }',
    '{ j: k }',
  ])
})
