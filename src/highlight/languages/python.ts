/** Python, the second and the third. A comment reaches over the end of its line. */

import { POP, type Rule, type Run, wordMap } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const NAME = '[\\p{L}\\p{Nl}_][\\p{L}\\p{M}\\p{N}_]*'

const WORDS = wordMap({
  bp: 'Ellipsis False None True self',
  k:
    'as assert async await break class continue def del elif else except exec finally for from ' +
    'global if import lambda nonlocal pass print raise return try while with yield',
  ow: 'and in is not or',
  nb:
    'Exception KeyError NotImplemented ValueError __import__ abs all any apply ascii basestring ' +
    'bin bool buffer bytearray bytes callable chr classmethod cmp coerce compile complex delattr ' +
    'dict dir divmod enumerate eval execfile exit file filter float format frozenset getattr ' +
    'globals hasattr hash hex id input int intern isinstance issubclass iter len list locals ' +
    'long map max memoryview min next object oct open ord pow property range raw_input reduce ' +
    'reload repr reversed round set setattr slice sorted staticmethod str sum super tuple type ' +
    'unichr unicode vars xrange zip ArithmeticError AssertionError AttributeError ' +
    'BaseException BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError ' +
    'ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError ' +
    'DeprecationWarning EOFError EnvironmentError FileExistsError FileNotFoundError ' +
    'FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning ' +
    'IndentationError IndexError InterruptedError IsADirectoryError KeyboardInterrupt ' +
    'LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError ' +
    'NotImplementedError OSError OverflowError PendingDeprecationWarning ProcessLookupError ' +
    'RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StandardError ' +
    'StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError ' +
    'TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError ' +
    'UnicodeError UnicodeTranslateError UnicodeWarning UserWarning VMSError Warning ' +
    'WindowsError ZeroDivisionError',
})

const ESCAPE: Rule = [
  /\\(?:[\\'"abfnrtv\n]|N\{[a-zA-Z][a-zA-Z ]*[a-zA-Z]\}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|[0-7]{1,3})/,
  'se',
]

const INTERPOLATION: readonly Rule[] = [
  [/\{\{|\}\}/, 's'],
  [/\{/, 'si', 'interpolation'],
]

/** `quote` is a pattern. Of a raw string a backslash only takes the next character along. */
function text(
  quote: string,
  kind: 'plain' | 'raw' | 'formatted' | 'rawFormatted',
): readonly Rule[] {
  const raw = kind === 'raw' || kind === 'rawFormatted'
  const rules: Rule[] = [
    [new RegExp(quote), 's', POP],
    [/[^'"\\{}]+/, 's'],
    raw ? [/\\[\s\S]/, 's'] : ESCAPE,
  ]
  if (kind === 'formatted' || kind === 'rawFormatted') rules.push(...INTERPOLATION)
  return [...rules, [/['"\\{}]/, 's']]
}

const QUOTES: readonly (readonly [name: string, quote: string])[] = [
  ['Triple1', "'''"],
  ['Triple2', '"""'],
  ['1', "'"],
  ['2', '"'],
]

const KINDS = ['plain', 'raw', 'formatted', 'rawFormatted'] as const

const STRINGS: Readonly<Record<string, readonly Rule[]>> = Object.fromEntries(
  KINDS.flatMap((kind) => QUOTES.map(([name, quote]) => [kind + name, text(quote, kind)])),
)

const python: Language = language({
  states: {
    root: [
      [/[ \t\n\r\f\v]+/, ''],
      [/\\\n?/, ''],
      [/#[^\n]*\n?/, 'c1'],
      'strings',
      [
        /(from)([ \t]+)([.\p{L}\p{N}_]+)([ \t]+)(import)(?![\p{L}\p{N}_])/u,
        ['kn', '', 'nn', '', 'kn'],
      ],
      [/(import)([ \t]+)([.\p{L}\p{N}_]+)/u, ['kn', '', 'nn']],
      [/def(?![\p{L}\p{N}_])/u, 'k', 'function'],
      [/class(?![\p{L}\p{N}_])/u, 'k', 'class'],
      [new RegExp(NAME, 'u'), { words: WORDS, otherwise: 'n' }],
      [/0[xX](?:_?[\da-fA-F])+/, 'mh'],
      [/0[bB](?:_?[01])+/, 'mb'],
      [/0[oO](?:_?[0-7])+/, 'mo'],
      [/\d(?:_?\d)*(?:\.(?:\d(?:_?\d)*)?(?:[eE][-+]?\d+)?[jJ]?|[eE][-+]?\d+[jJ]?|[jJ])/, 'mf'],
      [/\d+L/, 'il'],
      [/\d(?:_?\d)*/, 'mi'],
      [/[-+*/%&|^~<>=@]+|!=/, 'o'],
      [/[()[\]{},:;.]/, 'p'],
      [/`[^`\n]*`/, 'sb'],
    ],
    strings: [[/([rRbBuUfF]{0,2})('''|"""|'|")/, startString]],
    function: [
      [/\s+/, ''],
      [new RegExp(NAME, 'u'), 'nf', POP],
      [/(?:)/, '', POP],
    ],
    class: [
      [/\s+/, ''],
      [new RegExp(NAME, 'u'), 'nc', POP],
      [/(?:)/, '', POP],
    ],
    interpolation: [
      [/\}/, 'si', POP],
      [/\{/, 'si', 'interpolation'],
      [/:|![rsa]/, 'si'],
      [/#[^\n}]*/, 'c1'],
      'root',
    ],
    ...STRINGS,
  },
})

export default python

const QUOTE_NAMES: ReadonlyMap<string, string> = new Map(
  QUOTES.map(([name, quote]) => [quote, name]),
)

function startString(run: Run, [, prefix, quote]: readonly string[]): void {
  const raw = /r/i.test(prefix!)
  const formatted = /f/i.test(prefix!)
  const kind = formatted ? (raw ? 'rawFormatted' : 'formatted') : raw ? 'raw' : 'plain'
  run.token('sa', prefix!)
  run.token('s', quote!)
  run.go(kind + QUOTE_NAMES.get(quote!)!)
}
