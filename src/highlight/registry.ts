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
  actionscript: 'actionscript as as3',
  apache: 'apache',
  awk: 'awk',
  batchfile: 'batchfile batch bat dosbatch winbatch',
  bibtex: 'bibtex bib',
  c: 'c',
  clojure: 'clojure clj cljs',
  cmake: 'cmake',
  coffeescript: 'coffeescript coffee coffee-script',
  common_lisp: 'common_lisp common-lisp lisp cl elisp emacs-lisp',
  conf: 'conf config configuration',
  console: 'console terminal shell_session shell-session',
  coq: 'coq',
  cpp: 'cpp c++',
  crystal: 'crystal cr',
  csharp: 'csharp c# cs',
  css: 'css',
  cuda: 'cuda',
  d: 'd dlang',
  dart: 'dart',
  diff: 'diff patch udiff',
  docker: 'docker dockerfile Dockerfile',
  dot: 'dot',
  elixir: 'elixir exs',
  elm: 'elm',
  erb: 'erb eruby rhtml',
  erlang: 'erlang erl',
  fortran: 'fortran',
  fsharp: 'fsharp',
  gdscript: 'gdscript gd',
  gherkin: 'gherkin cucumber behat',
  glsl: 'glsl',
  go: 'go golang',
  gradle: 'gradle',
  graphql: 'graphql',
  groovy: 'groovy',
  guess: 'guess',
  haml: 'haml HAML',
  handlebars: 'handlebars hbs mustache',
  haskell: 'haskell hs',
  hcl: 'hcl',
  html: 'html',
  http: 'http',
  ini: 'ini',
  irb: 'irb pry',
  java: 'java',
  javascript: 'javascript js',
  jinja: 'jinja django',
  json: 'json json-doc jsonc',
  jsonnet: 'jsonnet',
  jsx: 'jsx react',
  julia: 'julia jl',
  kotlin: 'kotlin',
  liquid: 'liquid',
  llvm: 'llvm',
  lua: 'lua',
  make: 'make makefile mf gnumake bsdmake',
  markdown: 'markdown md mkd',
  matlab: 'matlab m',
  nginx: 'nginx',
  nim: 'nim nimrod',
  nix: 'nix nixos',
  objective_c: 'objective_c objc obj-c obj_c objectivec',
  ocaml: 'ocaml',
  pascal: 'pascal',
  perl: 'perl pl',
  php: 'php php3 php4 php5',
  powershell: 'powershell posh microsoftshell msshell',
  properties: 'properties',
  protobuf: 'protobuf proto',
  puppet: 'puppet pp',
  python: 'python py',
  r: 'r R s S',
  racket: 'racket',
  ruby: 'ruby rb',
  rust: 'rust rs rust,no_run rs,no_run rust,ignore rs,ignore rust,should_panic rs,should_panic',
  sass: 'sass',
  scala: 'scala',
  scheme: 'scheme',
  scss: 'scss',
  shell: 'shell sh bash zsh ksh',
  solidity: 'solidity',
  sql: 'sql',
  swift: 'swift',
  systemd: 'systemd unit-file',
  terraform: 'terraform tf',
  tex: 'tex latex TeX LaTeX',
  toml: 'toml',
  tsx: 'tsx',
  twig: 'twig',
  typescript: 'typescript ts',
  vb: 'vb visualbasic',
  verilog: 'verilog',
  vhdl: 'vhdl',
  viml: 'viml ex vim vimscript',
  vue: 'vue vuejs',
  xml: 'xml',
  yaml: 'yaml yml',
  zig: 'zig zir',
}

/** Grammars of highlight.js, likewise. */
const BORROWED: Readonly<Record<string, string>> = {
  '1c': 'bsl',
  ada: 'ada',
  armasm: 'armasm',
  applescript: 'applescript',
  brainfuck: 'brainfuck',
  ceylon: 'ceylon',
  clean: 'clean',
  coffeescript: 'literate_coffeescript litcoffee',
  haskell: 'literate_haskell lithaskell lhaskell lhs',
  haxe: 'haxe hx',
  java: 'apex',
  lasso: 'lasso lassoscript',
  livescript: 'livescript ls',
  mathematica: 'mathematica wl',
  moonscript: 'moonscript moon',
  objectivec:
    'objective_cpp objcpp obj-cpp obj_cpp objectivecpp objc++ obj-c++ obj_c++ objectivec++',
  'php-template': 'hack hh',
  pony: 'pony',
  prolog: 'prolog',
  python: 'cython pyx pyrex',
  q: 'q kdb+',
  qml: 'qml',
  reasonml: 'reasonml',
  sas: 'sas',
  smalltalk: 'smalltalk st squeak',
  sml: 'sml ml',
  sqf: 'sqf',
  sql: 'plsql',
  stan: 'stan',
  stata: 'stata',
  tap: 'tap',
  tcl: 'tcl',
  vala: 'vala',
  x86asm: 'nasm',
  xml: 'mxml plist',
  xquery: 'xquery',
}

/** Known by name only. */
const UNCOLOURED =
  'plaintext text abap apib apiblueprint aug augeas bbcbasic biml bpf brightscript brs bs cfc ' +
  'cfscript cmhg cmm csvs cypher dafny datastudio digdag e-mail ecl eex eiffel email eml epp ' +
  'eps esc escape factor fea ff fluent freefem ftl ghc-cmm ghc-core heex hlsl hocon hql hy ' +
  'hylang idlang idr idris igorpro io irb_output isa isabelle Isabelle isbl j janet jdn jsl jsp ' +
  'lean leex lustre lutin m68k magik mason meson minizinc mosel msgtrans nes nesasm nial ocl ' +
  'OCL openedge opentype opentype_feature_file opentypefeature postscr postscript praat ' +
  'prometheus ps realbasic rego rescript robot robot-framework robot_framework sed sieve slice ' +
  'slim smarty sparql ssh supercollider syzlang syzprog ttcn3 tulip turtle varnish varnishconf ' +
  'vcl velocity wollok xojo xpath yang'

/** Text without tokens. */
const PLAIN: Language = {
  open: (list) => ({ feed: (text) => list.add('', text), reset: () => {} }),
}

type Loader = () => Language

/** By name. Made when the first text comes, since most processes that load this file have none. */
let languages: ReadonlyMap<string, Loader> | undefined

function makeLanguages(): ReadonlyMap<string, Loader> {
  return new Map([
    ...named(OWN, loadLanguage),
    ...named(BORROWED, loadBorrowed),
    ...UNCOLOURED.split(' ').map((name) => [name, () => PLAIN] as const),
  ])
}

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
  languages ??= makeLanguages()
  return languages.get(name)?.()
}
