/** Rust (The Rust Reference): a name before `(` is a function, one before `::` a namespace. */

import { goto, ifAhead, ifListed, POP, type Step, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const KEYWORDS = ifListed({
  k: `Self abstract as async await become box break const continue crate do dyn else enum extern
    false final fn for if impl in let log loop macro match mod move mut override priv pub ref return
    self static struct super trait true try type typeof union unsafe unsized use virtual where
    while yield`,
})

const NAMES = words('n', {
  nb: `Add Arc AsMut AsRef BitAnd BitOr BitXor Box Clone Copy DIR Default Div DoubleEndedIterator Drop
    Eq Err ExactSizeIterator Extend FILE Fn FnMut FnOnce From Index Into IntoIterator Iterator Mul Neg
    None Num Ok Option Ord Owned PartialEq PartialOrd Pin Rc Result Send Shl Shr Sized Some String
    Sub Sync Unpin Vec bool c_char c_double c_float c_int c_long c_longlong c_schar c_short c_uchar
    c_uint c_ulong c_ulonglong c_ushort c_void char clock_t dev_t dirent drop f32 f64 float fpos_t
    i128 i16 i32 i64 i8 ino_t int intptr_t isize mode_t off_t pid_t ptrdiff_t size_t ssize_t str
    time_t u128 u16 u32 u64 u8 uint uintptr_t usize`,
})

/** What stands around a raw string's quotes. */
const RAW = ['', '#', '##', '###', '####']

const literals: readonly Step[] = [
  ...RAW.map(
    (marks): Step => [new RegExp(`b?r${marks}"`), ifAhead(`"${marks}`, 's'), `raw${marks}`],
  ),
  [/b?"/, 's', 'string'],
  [/b?'(?:\\(?:[nrt0'"\\]|x[\da-fA-F]{2}|u\{[\da-fA-F]{1,6}\})|[^\\\n])'/u, 'sc'],
  [
    /\d[\d_]*(?:\.\d[\d_]*(?:[eE][-+]?\d[\d_]*)?(?:_?f(?:32|64))?|[eE][-+]?[\d_]+(?:_?f(?:32|64))?|_?f(?:32|64)|\.(?![.\p{L}_]))/u,
    'mf',
  ],
  [
    /(?:0x[\da-fA-F_]+|0o[0-7_]+|0b[01_]+|\d[\d_]*)(?:u(?:8|16|32|64|128|size)?|i(?:8|16|32|64|128|size))?/,
    'mi',
  ],
]

const comments: readonly Step[] = [
  [/\/\/(?:!|\/(?!\/)).*/, 'cd'],
  [/\/\/.*/, 'c1'],
  [/\/\*(?:!|\*(?![*/]))/, 'cd', 'doc'],
  [/\/\*/, 'cm', 'comment'],
]

const rust: Language = language({
  states: {
    root: [
      [/#(?!!?\[).*/, 'cs', goto('code')],
      [/(?:)/, '', goto('code')],
    ],
    code: [
      [/[A-Za-z]+\b/, KEYWORDS],
      [/macro_rules!/, 'nd', 'rules'],
      [/[\p{L}_][\p{L}\p{N}\p{M}_]*!(?=\s*[([{])/u, 'nd', 'call'],
      'text',
    ],
    text: [
      [/[ \t\n\r\f\v]+/, ''],
      ...comments,
      [/(?<=^[ \t]*)#\s.*/, 'cs'],
      [/#!?\[/, 'nd', 'attribute'],
      ...literals,
      [/[A-Za-z]+\b/, KEYWORDS],
      [/[\p{L}_][\p{L}\p{N}\p{M}_]*!/u, 'nd'],
      [/'static\b/, 'k'],
      [/'[\p{L}_][\p{L}\p{N}_]*/u, 'nv'],
      [/[\p{L}_][\p{L}\p{N}\p{M}_]*(?=\s*\()/u, 'nf'],
      [/[\p{L}_][\p{L}\p{N}\p{M}_]*(?=::)/u, 'nn'],
      [/[\p{L}_][\p{L}\p{N}\p{M}_]*/u, NAMES],
      [/\.await\b/, 'k'],
      [/\.\s*[\p{L}_][\p{L}\p{N}_]*(?=\s*\()/u, 'nf'],
      [/\.\s*[\p{L}_][\p{L}\p{N}_]*/u, 'py'],
      [/\.\d+(?:\.\d+)?/, 'na'],
      [/[-=]>/, 'k'],
      [/\|\|?|[(){}[\],;:]+/, 'p'],
      [/\.\.[.=]?|[-+*%^!&<>=@~?]|\//, 'o'],
    ],
    attribute: [
      [/\]/, 'nd', POP],
      [/[ \t\n\r\f\v]+/, ''],
      ...comments,
      ...literals,
      [/[[{}$]/, 'err'],
      [/[\p{L}_][\p{L}\p{N}_]*|./u, 'nd'],
    ],
    rules: [[/[([{]/, 'p', goto('rule')], 'code'],
    rule: [
      [/[([{]/, 'p', 'rule'],
      [/[)\]}]/, 'p', POP],
      [/\$[\p{L}_]?[\p{L}\p{N}_]*(?::[a-z]+)?/u, 'nv'],
      'inside',
    ],
    call: [[/[([{]/, 'p', goto('argument')], 'text'],
    argument: [[/[([{]/, 'p', 'argument'], [/[)\]}]/, 'p', POP], 'inside'],
    inside: [[/(?:true|false)\b/, 'kc'], 'text', [/./u, '']],
    ...Object.fromEntries(
      RAW.map((marks): [string, Step[]] => [
        `raw${marks}`,
        [
          [new RegExp(`"${marks}`), 's', POP],
          [/[^"]+|"/, 's'],
        ],
      ]),
    ),
    string: [
      [/[^"\\]+/, 's'],
      [/"/, 's', POP],
      [/\\(?:[nrt0'"\\]|x[\da-fA-F]{2}|u\{[\da-fA-F]{1,6}\})/, 'se'],
    ],
    comment: [
      [/[^*/]+|\/(?!\*)|\*(?!\/)/, 'cm'],
      [/\/\*/, 'cm', 'comment'],
      [/\*\//, 'cm', POP],
    ],
    doc: [
      [/[^*/]+|\/(?!\*)|\*(?!\/)/, 'cd'],
      [/\/\*/, 'cd', 'doc'],
      [/\*\//, 'cd', POP],
    ],
  },
})

export default rust
