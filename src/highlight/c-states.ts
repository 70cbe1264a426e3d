/**
 * What C, C++ and Objective-C have in common: the preprocessor, comments,
 * strings, labels and the head of a function.
 *
 * A function is told by a word or a star, a name and parentheses before `{` or `;`. Rouge
 * looks for one outside of braces only.
 */

import {
  type Action,
  type Grammar,
  goto,
  ifAhead,
  POP,
  type Step,
  slashComments,
  type Words,
} from './grammar.ts'

export interface Memory {
  /** Where the head of the function that is being read ends. */
  headEnd: number
  /** What ends the raw string that is being read. */
  rawEnd: string
}

export const newMemory = (): Memory => ({ headEnd: 0, rawEnd: '' })

type States = Grammar<Memory>['states']

export interface CParts {
  /** Rules for code, before those that all have. */
  readonly own: readonly Step<Memory>[]
  readonly words: Words
  readonly numbers: readonly Step<Memory>[]
  /** A `}` ends what the last `{` began; in C++ Rouge does not see it. */
  readonly nested: boolean
}

const HEAD =
  /(?=((?:\w{1,200}|\*)[\s*]{1,200}[A-Za-z_]\w{0,200}\s{0,200}\([^;]{0,2000}?\)(?:\s|\/\/.*\n|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*)[{;])/

const beginHead: Action<Memory> = (run, [, head]) => {
  run.memory.headEnd = run.position + head!.length
}

const hasEnded: Action<Memory> = (run) => run.position >= run.memory.headEnd

const BRACES: readonly Step<Memory>[] = [
  [/\{/, 'p', 'body'],
  [/\}/, 'p', POP],
]

/** The states of a language; `root` and `body` (between braces) are the ones it may want to change. */
export function cStates({ own, words, numbers, nested }: CParts): States {
  return {
    ...slashComments<Memory>(),
    root: [[/(?:)/, '', goto('outside', 'line')]],
    outside: [
      [/\n/, '', 'outer-line'],
      [HEAD, beginHead, 'head'],
      [/\{/, 'p', 'body'],
      ...(nested ? [] : ([[/\}/, 'p']] as const)),
      'code',
    ],
    body: [[/\n/, '', 'line'], ...(nested ? BRACES : ([[/[{}]/, 'p']] as const)), 'code'],
    head: [[/(?:)/, hasEnded, POP], [/[A-Za-z_]\w*(?=\s*\()/, 'nf', goto('arguments')], 'code'],
    arguments: [[/(?:)/, hasEnded, POP], [/\n/, '', 'line'], [/[{}]/, 'p'], 'code'],
    code: [
      [/[ \t\n\r\f\v]+/, ''],
      [/\\\n/, ''],
      'comments',
      [/(?:[LU]|u8?)?"/, 's', 'string'],
      [/(?:[LU]|u8?)?'(?:\\(?:x[\da-fA-F]{1,2}|[0-7]{1,3}|[^\n])|[^\\'\n])'/, 'sc'],
      ...numbers,
      ...own,
      [/case\b/, 'k', 'case'],
      [/[A-Za-z_]\w*/, words],
      [/\*\//, 'err'],
      [/[-~!%^&+=|?:<>]+|[*/]/, 'o'],
      [/[()[\],.;]+/, 'p'],
    ],
    case: [[/::/, 'o'], [/:/, 'p', POP], 'code'],
    'outer-line': [[/[ \t\n\r\f\v]+/, ''], 'comments', 'directives', [/(?:)/, '', POP]],
    line: [
      [/[ \t\n\r\f\v]+/, ''],
      'comments',
      'directives',
      [/[A-Za-z_]\w*:(?!:)/, 'nl'],
      [/(?:)/, '', POP],
    ],
    directives: [
      [/#if 0.*\n/, 'c', 'disabled'],
      [/(#include)([ \t]*)(<[^>\n]+>|"[^"\n]+")(.*)(\n?)/, ['cp', '', 'cpf', 'c1', 'cp']],
      [/#/, 'cp', 'directive'],
    ],
    directive: [
      [/[^/\n\\]+|\\[\s\S]?/, 'cp'],
      [/\/\*/, ifAhead('*/', 'cm'), 'comment'],
      [/\//, 'cp'],
      [/\n/, 'cp', POP],
    ],
    disabled: [
      [/^\s*#if.*\n/, 'c', 'disabled'],
      [/^\s*#\s*endif.*\n/, 'c', POP],
      [/^\s*#\s*el(?:se|if)/, 'c', POP],
      [/.*\n/, 'c'],
    ],
    string: [
      [/"/, 's', POP],
      [/\\(?:[\\abfnrtv"']|x[\da-fA-F]{2,4}|[0-7]{1,3})/, 'se'],
      [/[^\\"\n]+|\\[\s\S]?/, 's'],
    ],
  }
}

export const C_TYPES = `_Bool _Complex char double float int long short signed unsigned void wchar_t char16_t char32_t
  size_t ssize_t off_t ptrdiff_t sig_atomic_t fpos_t clock_t time_t va_list jmp_buf FILE DIR div_t
  ldiv_t mbstate_t wctrans_t wint_t wctype_t int8_t int16_t int32_t int64_t uint8_t uint16_t
  uint32_t uint64_t int_least8_t int_least16_t int_least32_t int_least64_t uint_least8_t
  uint_least16_t uint_least32_t uint_least64_t int_fast8_t int_fast16_t int_fast32_t int_fast64_t
  uint_fast8_t uint_fast16_t uint_fast32_t uint_fast64_t intptr_t uintptr_t intmax_t uintmax_t`

/** Words of Microsoft's compilers, most of them. */
export const C_RESERVED = `__inline _inline inline __restrict naked thread __thread __declspec __try __except
  __finally __leave __based __stdcall __cdecl __fastcall __asm __int8 __int16 __int32`

export const C_KEYWORDS = `_Alignas _Alignof _Atomic _Generic _Imaginary _Noreturn _Static_assert _Thread_local auto
  break continue const default do else enum extern for goto if register return sizeof static
  struct switch typedef union virtual volatile while`

export const C_NUMBERS: readonly Step<Memory>[] = [
  [/0[xX][\da-fA-F]+[lLuU]*/, 'mh'],
  [/(?:\d+\.\d*|\.\d+|\d+)[eE][+-]?\d+[lLuU]*/, 'mf'],
  [/0[0-7]+(?!\d)[lLuU]*/, 'mo'],
  [/\d+[lLuU]*/, 'mi'],
]
