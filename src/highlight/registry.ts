/**
 * Every name that Rouge 3.30 knows, with the lexer that answers to it.
 *
 * A name decides more than colours: only a known one gets the highlighter's
 * wrapper around its block. So languages that have no lexer yet stand here too.
 */

import { borrowed } from './borrowed.ts'
import { guess } from './guess.ts'
import { type Language, type Lexer, lex, NO_OPTIONS } from './lexer.ts'
import { loadLanguage } from './load-language.ts'
import { plain } from './plain.ts'
import type { Token } from './tokens.ts'

/** A lexer of our own, made from a table in `languages/`. */
interface OwnLexer extends Lexer {
  readonly file: string
}

function own(file: string): OwnLexer {
  const lexer: Lexer = (code, options) => lex(loadLanguage(file), code, options, findTable)
  return Object.assign(lexer, { file })
}

/** The language of a name, for a text within a text of another; undefined where nobody knows it. */
function findTable(name: string): Language | undefined {
  const lexer = LEXERS.get(name)
  if (!lexer) return undefined
  return 'file' in lexer ? loadLanguage(lexer.file) : withoutTable(lexer)
}

/** A lexer that has no table, as a language. Each piece of a text is one of its own to it. */
function withoutTable(lexer: Lexer): Language {
  return {
    open: (list) => ({
      feed: (text) => {
        for (const token of lexer(text, NO_OPTIONS)) list.add(token.class, token.text)
      },
      reset: () => {},
    }),
  }
}

const LANGUAGES: readonly (readonly [names: readonly string[], lexer: Lexer | OwnLexer])[] = [
  [['plaintext', 'text'], plain],
  [['php', 'php3', 'php4', 'php5'], own('php')],
  [['actionscript', 'as'], borrowed('actionscript')],
  [['ada'], borrowed('ada')],
  [['apache'], borrowed('apache')],
  [['apex'], borrowed('java')],
  [['armasm'], borrowed('armasm')],
  [['awk'], borrowed('awk')],
  [['batchfile', 'batch', 'bat', 'winbatch'], borrowed('dos')],
  [['brainfuck'], borrowed('brainfuck')],
  [['bsl'], borrowed('1c')],
  [['c'], own('c')],
  [['clojure', 'clj', 'cljs'], own('clojure')],
  [['cmake'], borrowed('cmake')],
  [['coffeescript', 'coffee', 'coffee-script'], borrowed('coffeescript')],
  [['common_lisp', 'common-lisp', 'lisp', 'cl', 'elisp', 'emacs-lisp'], own('common_lisp')],
  [['console', 'terminal', 'shell_session', 'shell-session'], own('console')],
  [['coq'], own('coq')],
  [['cpp', 'c++'], own('cpp')],
  [['csharp', 'c#', 'cs'], own('csharp')],
  [['css'], own('css')],
  [['cuda'], borrowed('cpp')],
  [['cython'], borrowed('python')],
  [['d'], borrowed('d')],
  [['dart'], own('dart')],
  [['diff', 'patch', 'udiff'], own('diff')],
  [['docker', 'dockerfile', 'Dockerfile'], own('docker')],
  [['elixir', 'exs'], own('elixir')],
  [['elm'], borrowed('elm')],
  [['erb', 'eruby', 'rhtml'], own('erb')],
  [['erlang', 'erl'], borrowed('erlang')],
  [['fortran'], borrowed('fortran')],
  [['fsharp'], borrowed('fsharp')],
  [['gherkin', 'cucumber'], borrowed('gherkin')],
  [['glsl'], borrowed('glsl')],
  [['go', 'golang'], own('go')],
  [['gradle'], borrowed('gradle')],
  [['graphql'], own('graphql')],
  [['groovy'], own('groovy')],
  [['hack'], borrowed('php-template')],
  [['haml'], borrowed('haml')],
  [['handlebars', 'hbs', 'mustache'], borrowed('handlebars')],
  [['haskell', 'hs'], own('haskell')],
  [['haxe'], borrowed('haxe')],
  [['html'], own('html')],
  [['http'], borrowed('http')],
  [['ini'], own('ini')],
  [['irb', 'pry'], borrowed('ruby')],
  [['java'], own('java')],
  [['javascript', 'js'], own('javascript')],
  [['jinja', 'django'], borrowed('django')],
  [['json'], own('json')],
  [['json-doc', 'jsonc'], own('json')],
  [['jsx', 'react'], own('jsx')],
  [['julia', 'jl'], own('julia')],
  [['kotlin'], own('kotlin')],
  [['lasso'], borrowed('lasso')],
  [['liquid'], own('liquid')],
  [['literate_haskell', 'lhs'], borrowed('haskell')],
  [['llvm'], borrowed('llvm')],
  [['lua'], own('lua')],
  [['make', 'makefile', 'mf', 'gnumake', 'bsdmake'], own('make')],
  [['markdown', 'md', 'mkd'], own('markdown')],
  [['mathematica'], borrowed('mathematica')],
  [['matlab', 'm'], own('matlab')],
  [['moonscript'], borrowed('moonscript')],
  [['mxml'], borrowed('xml')],
  [['nasm'], borrowed('x86asm')],
  [['nginx'], own('nginx')],
  [['nim'], borrowed('nim')],
  [['nix'], borrowed('nix')],
  [['objective_c', 'objc', 'obj-c', 'obj_c'], own('objective_c')],
  [['objective_cpp'], borrowed('objectivec')],
  [['ocaml'], borrowed('ocaml')],
  [['pascal'], borrowed('delphi')],
  [['perl', 'pl'], own('perl')],
  [['plist'], borrowed('xml')],
  [['plsql'], borrowed('sql')],
  [['pony'], borrowed('pony')],
  [['powershell', 'posh', 'microsoftshell'], own('powershell')],
  [['prolog'], borrowed('prolog')],
  [['properties'], borrowed('properties')],
  [['protobuf', 'proto'], borrowed('protobuf')],
  [['puppet'], borrowed('puppet')],
  [['python', 'py'], own('python')],
  [['q'], borrowed('q')],
  [['qml'], borrowed('qml')],
  [['r', 'R', 'S'], own('r')],
  [['racket'], borrowed('scheme')],
  [['reasonml'], borrowed('reasonml')],
  [['ruby', 'rb'], own('ruby')],
  [['rust', 'rs'], own('rust')],
  [['sas'], borrowed('sas')],
  [['scala'], own('scala')],
  [['scheme'], borrowed('scheme')],
  [['scss'], own('scss')],
  [['sass'], own('sass')],
  [['shell', 'sh', 'bash', 'zsh', 'ksh'], own('shell')],
  [['smalltalk'], borrowed('smalltalk')],
  [['sml', 'ml'], borrowed('sml')],
  [['sqf'], borrowed('sqf')],
  [['sql'], own('sql')],
  [['stata'], borrowed('stata')],
  [['swift'], own('swift')],
  [['tap'], borrowed('tap')],
  [['tcl'], borrowed('tcl')],
  [['tex', 'latex', 'TeX', 'LaTeX'], own('tex')],
  [['toml'], own('toml')],
  [['tsx'], own('tsx')],
  [['twig'], borrowed('twig')],
  [['typescript', 'ts'], own('typescript')],
  [['vala'], borrowed('vala')],
  [['vb', 'visualbasic'], borrowed('vbnet')],
  [['verilog'], borrowed('verilog')],
  [['vhdl'], borrowed('vhdl')],
  [['viml', 'ex', 'vim', 'vimscript'], own('viml')],
  [['vue'], borrowed('xml')],
  [['xml'], own('xml')],
  [['xquery'], borrowed('xquery')],
  [['yaml', 'yml'], own('yaml')],
]

/** Known by name only. */
const UNCOLOURED =
  'abap bibtex biml bpf cfc conf config configuration dot eiffel email escape gdscript ' +
  'ghc-core hylang hcl hlsl hql idris igorpro io j jsp lean meson openedge postscript ' +
  'praat robot sed slim solidity sparql ssh supercollider terraform tf tulip turtle ' +
  'ghc-core hcl hlsl hql idris igorpro io j jsp lean meson openedge postscript ' +
  'praat robot sed slim solidity sparql ssh supercollider terraform tf tulip turtle ' +
  'vcl varnish velocity wollok xojo xpath yang zig'

const LEXERS: ReadonlyMap<string, Lexer | OwnLexer> = new Map([
  ...LANGUAGES.flatMap(([names, lexer]) => names.map((name) => [name, lexer] as const)),
  ...UNCOLOURED.split(' ').map((name) => [name, plain] as const),
])

/** The lexer for a name as an author writes it, with its options already given to it. */
export function findLexer(
  language: string,
  code: string,
): ((code: string) => readonly Token[]) | undefined {
  const mark = language.indexOf('?')
  const name = mark < 0 ? language : language.slice(0, mark)
  const lexer = LEXERS.get(name === 'guess' ? guess(code) : name)
  if (!lexer) return undefined
  const options = mark < 0 ? NO_OPTIONS : new Map(new URLSearchParams(language.slice(mark + 1)))
  return (text) => lexer(text, options)
}
