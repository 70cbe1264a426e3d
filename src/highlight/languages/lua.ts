/** Lua (the reference manual of Lua 5.3, its library's names among the builtins). */

import { type Action, ifAhead, POP, type Step, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const LIBRARY = new Set(
  `coroutine.create coroutine.isyieldable coroutine.resume coroutine.running coroutine.status
  coroutine.wrap coroutine.yield debug.debug debug.gethook debug.getinfo debug.getlocal
  debug.getmetatable debug.getregistry debug.getupvalue debug.getuservalue debug.sethook
  debug.setlocal debug.setmetatable debug.setupvalue debug.setuservalue debug.traceback
  debug.upvalueid debug.upvaluejoin io.close io.flush io.input io.lines io.open io.output
  io.popen io.read io.stderr io.stdin io.stdout io.tmpfile io.type io.write math.abs math.acos
  math.asin math.atan math.ceil math.cos math.deg math.exp math.floor math.fmod math.huge
  math.log math.max math.maxinteger math.min math.mininteger math.modf math.pi math.rad
  math.random math.randomseed math.sin math.sqrt math.tan math.tointeger math.type math.ult
  os.clock os.date os.difftime os.execute os.exit os.getenv os.remove os.rename os.setlocale
  os.time os.tmpname package.config package.cpath package.loaded package.loadlib package.path
  package.preload package.searchers package.searchpath string.byte string.char string.dump
  string.find string.format string.gmatch string.gsub string.len string.lower string.match
  string.pack string.packsize string.rep string.reverse string.sub string.unpack string.upper
  table.concat table.insert table.move table.pack table.remove table.sort table.unpack utf8.char
  utf8.charpattern utf8.codepoint utf8.codes utf8.len utf8.offset`.split(/\s+/),
)

/** A name and its field: a function of the library, or two names. */
const member: Action = (run, [text, name, dot, field]) => {
  if (LIBRARY.has(text!)) run.token('nb', text!)
  else {
    run.token('n', name!)
    run.token('p', dot!)
    run.token('n', field!)
  }
}

const LEVELS = ['', '=', '==', '===']

/** A backslash counts where a string or another escape goes before it. */
const escapes: Step = [/\\(?:[abfnrtvz\\"'\n]|x[\da-fA-F]{2}|\d{1,3})/, 'se']

const lua: Language = language({
  states: {
    root: [
      [/(?<![\s\S])#!.*/, 'cp'],
      ...LEVELS.map(
        (level): Step => [
          new RegExp(`--\\[${level}\\[`),
          ifAhead(`]${level}]`, 'cm'),
          `comment${level}`,
        ],
      ),
      [/--.*/, 'c1'],
      [/0[xX][\da-fA-F]+/, 'mh'],
      [/\d+[eE][-+]?\d+/, 'mf'],
      [/\d+/, 'mi'],
      [/[ \t\n\r\f\v]+/, ''],
      ...LEVELS.map(
        (level): Step => [new RegExp(`\\[${level}\\[`), ifAhead(`]${level}]`, 's'), `text${level}`],
      ),
      [/[=~<>]=|<<|>>|[-=+*/%^<>#]|\.\.\.?/, 'o'],
      [/[[\](){}.,:;]/, 'p'],
      [/'/, 's1', 'single'],
      [/"/, 's2', 'double'],
      [/(gsub)([ \t\n]*)(\()/, ['nb', '', 'p'], 'patterns'],
      [/(function)([ \t\n]+)([A-Za-z_]\w*)(\.)([A-Za-z_]\w*)/, ['k', '', 'nc', 'p', 'nf']],
      [/(function)([ \t\n]+)([A-Za-z_]\w*)/, ['k', '', 'nf']],
      [/([A-Za-z_]\w*)(\.)([A-Za-z_]\w*)/, member],
      [
        /[A-Za-z_]\w*/,
        words('n', {
          k: 'break do else elseif end for function if in repeat return then until while',
          kd: 'local',
          kc: 'false nil true',
          ow: 'and not or',
          nb: `assert collectgarbage dofile error getmetatable gsub ipairs lua_cpath lua_path load loadfile next pairs
            pcall print rawequal rawget rawlen rawset require select setmetatable tonumber tostring type
            xpcall`,
        }),
      ],
    ],
    single: [[/'/, 's1', POP], escapes, [/[^']+/, 's1']],
    double: [[/"/, 's2', POP], escapes, [/[^"]+/, 's2']],
    // What `gsub` is given: other things than strings are no patterns.
    patterns: [
      [/[ \t\n\r\f\v]+/, ''],
      [/,/, 'p'],
      [/"/, 'sr', 'pattern'],
      [/\)/, 'p', POP],
    ],
    pattern: [[/"/, 'sr', POP], escapes, [/[^"]+/, 'sr']],
    ...Object.fromEntries(
      LEVELS.flatMap((level): [string, Step[]][] => [
        [
          `comment${level}`,
          [
            [new RegExp(`\\]${level}\\]`), 'cm', POP],
            [/[^\]]+|\]/, 'cm'],
          ],
        ],
        [
          `text${level}`,
          [
            [new RegExp(`\\]${level}\\]`), 's', POP],
            [/[^\]]+|\]/, 's'],
          ],
        ],
      ]),
    ),
  },
})

export default lua
