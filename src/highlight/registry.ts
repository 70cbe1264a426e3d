/**
 * Every name that Rouge 3.30 knows, with the language that it means.
 *
 * A name decides more than colours: only a known one gets the highlighter's
 * wrapper around its block. So languages that have no lexer yet stand here too.
 * This file is read at every start; a language, its table and all that runs it
 * only when a page has a text of it.
 */

import type { Language } from './lexer.ts'
import { loadBorrowed, loadLanguage } from './load-language.ts'

/** Files of `languages/`, each with the names of its language. */
const OWN: Readonly<Record<string, string>> = {
  c: 'c',
  clojure: 'clojure clj cljs',
  common_lisp: 'common_lisp common-lisp lisp cl elisp emacs-lisp',
  console: 'console terminal shell_session shell-session',
  coq: 'coq',
  cpp: 'cpp c++',
  csharp: 'csharp c# cs',
  css: 'css',
  dart: 'dart',
  diff: 'diff patch udiff',
  docker: 'docker dockerfile Dockerfile',
  elixir: 'elixir exs',
  erb: 'erb eruby rhtml',
  go: 'go golang',
  graphql: 'graphql',
  groovy: 'groovy',
  guess: 'guess',
  haskell: 'haskell hs',
  html: 'html',
  ini: 'ini',
  java: 'java',
  javascript: 'javascript js',
  json: 'json json-doc jsonc',
  jsx: 'jsx react',
  julia: 'julia jl',
  kotlin: 'kotlin',
  liquid: 'liquid',
  lua: 'lua',
  make: 'make makefile mf gnumake bsdmake',
  markdown: 'markdown md mkd',
  matlab: 'matlab m',
  nginx: 'nginx',
  objective_c: 'objective_c objc obj-c obj_c',
  perl: 'perl pl',
  php: 'php php3 php4 php5',
  powershell: 'powershell posh microsoftshell',
  python: 'python py',
  r: 'r R S',
  ruby: 'ruby rb',
  rust: 'rust rs',
  sass: 'sass',
  scala: 'scala',
  scss: 'scss',
  shell: 'shell sh bash zsh ksh',
  sql: 'sql',
  swift: 'swift',
  tex: 'tex latex TeX LaTeX',
  toml: 'toml',
  tsx: 'tsx',
  typescript: 'typescript ts',
  viml: 'viml ex vim vimscript',
  xml: 'xml',
  yaml: 'yaml yml',
}

/** Grammars of highlight.js, likewise. */
const BORROWED: Readonly<Record<string, string>> = {
  '1c': 'bsl',
  actionscript: 'actionscript as',
  ada: 'ada',
  apache: 'apache',
  armasm: 'armasm',
  awk: 'awk',
  brainfuck: 'brainfuck',
  cmake: 'cmake',
  coffeescript: 'coffeescript coffee coffee-script',
  cpp: 'cuda',
  d: 'd',
  delphi: 'pascal',
  django: 'jinja django',
  dos: 'batchfile batch bat winbatch',
  elm: 'elm',
  erlang: 'erlang erl',
  fortran: 'fortran',
  fsharp: 'fsharp',
  gherkin: 'gherkin cucumber',
  glsl: 'glsl',
  gradle: 'gradle',
  haml: 'haml',
  handlebars: 'handlebars hbs mustache',
  haskell: 'literate_haskell lhs',
  haxe: 'haxe',
  http: 'http',
  java: 'apex',
  lasso: 'lasso',
  llvm: 'llvm',
  mathematica: 'mathematica',
  moonscript: 'moonscript',
  nim: 'nim',
  nix: 'nix',
  objectivec: 'objective_cpp',
  ocaml: 'ocaml',
  'php-template': 'hack',
  pony: 'pony',
  prolog: 'prolog',
  properties: 'properties',
  protobuf: 'protobuf proto',
  puppet: 'puppet',
  python: 'cython',
  q: 'q',
  qml: 'qml',
  reasonml: 'reasonml',
  ruby: 'irb pry',
  sas: 'sas',
  scheme: 'racket scheme',
  smalltalk: 'smalltalk',
  sml: 'sml ml',
  sqf: 'sqf',
  sql: 'plsql',
  stata: 'stata',
  tap: 'tap',
  tcl: 'tcl',
  twig: 'twig',
  vala: 'vala',
  vbnet: 'vb visualbasic',
  verilog: 'verilog',
  vhdl: 'vhdl',
  x86asm: 'nasm',
  xml: 'mxml plist vue',
  xquery: 'xquery',
}

/** Known by name only. */
const UNCOLOURED =
  'plaintext text ' +
  'abap bibtex biml bpf cfc conf config configuration dot eiffel email escape gdscript ' +
  'ghc-core hcl hlsl hql hylang idris igorpro io j jsp lean meson openedge postscript ' +
  'praat robot sed slim solidity sparql ssh supercollider terraform tf tulip turtle ' +
  'varnish vcl velocity wollok xojo xpath yang zig'

/** Text without tokens. */
const PLAIN: Language = {
  open: (list) => ({ feed: (text) => list.add('', text), reset: () => {} }),
}

type Loader = () => Language

const LANGUAGES: ReadonlyMap<string, Loader> = new Map([
  ...named(OWN, loadLanguage),
  ...named(BORROWED, loadBorrowed),
  ...UNCOLOURED.split(' ').map((name) => [name, () => PLAIN] as const),
])

function named(
  files: Readonly<Record<string, string>>,
  load: (file: string) => Language,
): (readonly [name: string, loader: Loader])[] {
  return Object.entries(files).flatMap(([file, names]) => {
    let loaded: Language | undefined
    const loader = () => {
      loaded ??= load(file)
      return loaded
    }
    return names.split(' ').map((name) => [name, loader] as const)
  })
}

/** The language of a name; undefined where nobody knows it. */
export function findLanguage(name: string): Language | undefined {
  return LANGUAGES.get(name)?.()
}
