import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { highlight } from '../../src/highlight/highlight.ts'

/** Snippets in some sixty languages. */
const SNIPPETS: { lang: string; code: string }[] = JSON.parse(
  readFileSync(new URL('../conformance/highlight/cases.json', import.meta.url), 'utf8'),
)

test('wraps each token in a span with its short class', () => {
  expect(highlight('def pi = 3.14 # about\n', 'ruby')).toBe(
    '<span class="k">def</span> <span class="nf">pi</span> <span class="o">=</span>' +
      ' <span class="mf">3.14</span> <span class="c1"># about</span>\n',
  )
})

test('plain text has no spans and only what HTML needs is escaped', () => {
  expect(highlight('a < b && "c" > \'d\'\n', 'plaintext')).toBe(
    'a &lt; b &amp;&amp; "c" &gt; \'d\'\n',
  )
})

test('an empty text is an empty text', () => {
  expect(highlight('', 'ruby')).toBe('')
})

describe('names', () => {
  test.each(['rb', 'c++', 'js', 'Dockerfile', 'shell-session', 'R'])(
    '%s is known by that spelling',
    (name) => {
      expect(highlight('x', name)).toBeDefined()
    },
  )

  test.each(['Ruby', 'ruby ', '', '?', 'nosuch', 'constructor', '__proto__', 'jade'])(
    '%j is nobody',
    (name) => {
      expect(highlight('x', name)).toBeUndefined()
    },
  )

  test('a language without a lexer is known all the same', () => {
    expect(highlight('class A <: B', 'wollok')).toBe('class A &lt;: B')
  })

  test('options after a question mark go to the lexer', () => {
    expect(highlight('<b>', 'php')).toBe('<span class="nt">&lt;b&gt;</span>')
    expect(highlight('if', 'php?start_inline=1')).toBe('<span class="k">if</span>')
    expect(highlight('x', 'ruby?a=1&b')).toBe('<span class="n">x</span>')
  })

  test.each([
    ['#!/usr/bin/env ruby\nexit', 'ruby'],
    ['#!/bin/sh\nexit', 'shell'],
    ['<!DOCTYPE html>\n<p>', 'html'],
    ['<?xml version="1.0"?>\n<a/>', 'xml'],
    ['exit', 'plaintext'],
  ])('guess looks at the first line: %j is %s', (code, language) => {
    expect(highlight(code, 'guess')).toBe(highlight(code, language))
  })
})

test.each([...new Set(SNIPPETS.map(({ lang }) => lang))])(
  '%s: the text of the output is the input',
  (lang) => {
    const texts = SNIPPETS.filter((snippet) => snippet.lang === lang).map(({ code }) => code)
    for (const code of [...texts, 'a\r\nb\rc\u0000\u2028\u{1F600}<&>"\'\n\n', ' \t\n ']) {
      const html = highlight(code, lang)
      if (html !== undefined) expect(textOf(html)).toBe(code)
    }
  },
)

test('a line of any length is answered at once, and nothing of it is lost', () => {
  const start = process.cpuUsage()
  for (const lang of ['ruby', 'javascript', 'html', 'java', 'markdown']) {
    for (const part of ['a', '[', '<', '"a ', '\\']) {
      const code = part.repeat(200_000 / part.length)
      expect(textOf(highlight(code, lang)!)).toBe(code)
    }
  }
  // What others do on this machine does not count.
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(5_000)
})

describe('line numbers', () => {
  test('stand in a table beside the code', () => {
    const lineNumbers = { gutterClass: 'rouge-gutter', codeClass: 'rouge-code' }
    expect(highlight('a\n\nb\n', 'text', { lineNumbers })).toBe(
      '<table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">1\n2\n3\n' +
        '</pre></td><td class="rouge-code"><pre>a\n\nb\n</pre></td></tr></tbody></table>',
    )
  })

  test('begin where they are told to; the code always ends with its line', () => {
    const lineNumbers = { gutterClass: 'gutter', codeClass: 'code', start: 9 }
    expect(highlight('a\nb', 'text', { lineNumbers })).toBe(
      '<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">9\n10\n' +
        '</pre></td><td class="code"><pre>a\nb\n</pre></td></tr></tbody></table>',
    )
  })
})

function textOf(html: string): string {
  return html
    .replace(/<\/?span[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

test('marked lines are wrapped, and a token of several lines is one of each', () => {
  const code = 'x = 1\n\n=begin\nz <\n=end\ny'
  const html =
    '<span class="n">x</span> <span class="o">=</span> <span class="mi">1</span>\n' +
    '<span class="hll">\n</span><span class="cm">=begin</span>\n' +
    '<span class="hll"><span class="cm">z &lt;</span>\n</span><span class="cm">=end</span>\n' +
    '<span class="n">y</span>\n'
  expect(highlight(code, 'ruby', { markLines: [2, 4, 9] })).toBe(html)
  const lineNumbers = { gutterClass: 'gutter', codeClass: 'code' }
  expect(highlight(code, 'ruby', { markLines: [2, 4], lineNumbers })).toBe(
    '<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">' +
      `1\n2\n3\n4\n5\n6\n</pre></td><td class="code"><pre>${html}\n</pre></td></tr></tbody></table>`,
  )
  expect(highlight('', 'ruby', { markLines: [1] })).toBe('')
})
