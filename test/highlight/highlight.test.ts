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

/** Every name of Rouge 3.30, as it told them. */
const ROUGES_NAMES = `
  abap actionscript as as3 ada apache apex apiblueprint apib applescript armasm augeas aug
  awk batchfile bat batch dosbatch winbatch bbcbasic bibtex bib biml bpf brainfuck
  brightscript bs brs bsl c ceylon cfscript cfc clean clojure clj cljs cmake cmhg
  coffeescript coffee coffee-script common_lisp cl common-lisp elisp emacs-lisp lisp conf
  config configuration console terminal shell_session shell-session coq cpp c++ crystal cr
  csharp c# cs css csvs cuda cypher cython pyx pyrex d dlang dafny dart datastudio diff
  patch udiff digdag docker dockerfile Dockerfile dot ecl eex leex heex eiffel elixir exs
  elm email eml e-mail epp erb eruby rhtml erlang erl escape esc factor fluent ftl fortran
  freefem ff fsharp gdscript gd ghc-cmm cmm ghc-core gherkin cucumber behat glsl go golang
  gradle graphql groovy hack hh haml HAML handlebars hbs mustache haskell hs haxe hx hcl
  hlsl hocon hql html http hylang hy idlang idris idr igorpro ini io irb pry irb_output
  isabelle isa Isabelle isbl j janet jdn java javascript js jinja django jsl json json-doc
  jsonc jsonnet jsp jsx react julia jl kotlin lasso lassoscript lean liquid
  literate_coffeescript litcoffee literate_haskell lithaskell lhaskell lhs livescript ls
  llvm lua lustre lutin m68k magik make makefile mf gnumake bsdmake markdown md mkd mason
  mathematica wl matlab m meson minizinc moonscript moon mosel msgtrans mxml nasm nesasm nes
  nginx nial nim nimrod nix nixos objective_c objc obj-c obj_c objectivec objective_cpp
  objcpp obj-cpp obj_cpp objectivecpp objc++ obj-c++ obj_c++ objectivec++ ocaml ocl OCL
  openedge opentype_feature_file fea opentype opentypefeature pascal perl pl php php3 php4
  php5 plaintext text plist plsql pony postscript postscr ps eps powershell posh
  microsoftshell msshell praat prolog prometheus properties protobuf proto puppet pp python
  py q kdb+ qml r R s S racket reasonml rego rescript robot_framework robot robot-framework
  ruby rb rust rs rust,no_run rs,no_run rust,ignore rs,ignore rust,should_panic
  rs,should_panic sas sass scala scheme scss sed shell bash zsh ksh sh sieve slice slim
  smalltalk st squeak smarty sml ml solidity sparql sqf sql ssh stan stata supercollider
  swift systemd unit-file syzlang syzprog tap tcl terraform tf tex TeX LaTeX latex toml tsx
  ttcn3 tulip turtle twig typescript ts vala vb visualbasic vcl varnishconf varnish velocity
  verilog vhdl viml vim vimscript ex vue vuejs wollok xml xojo realbasic xpath xquery yaml
  yml yang zig zir`

test('every name that Rouge knows is known', () => {
  const names = ROUGES_NAMES.trim().split(/\s+/)
  expect(names.filter((name) => highlight('x', name) === undefined)).toEqual([])
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
