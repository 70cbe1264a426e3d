/** D (its language reference). */

import { POP, slashComments, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const NAMES = words('n', {
  k: `__gshared __parameters __traits __vector abstract alias align asm assert auto body break case
    cast catch class const continue debug default delegate delete deprecated do else enum export
    extern final finally for foreach foreach_reverse function goto if immutable import in inout
    interface invariant is lazy mixin module new nothrow out override package pragma private
    protected public pure ref return scope shared static struct super switch synchronized
    template this throw try typedef typeid typeof union unittest version volatile while with`,
  kc: 'true false null',
  kp: `__DATE__ __EOF__ __FILE_FULL_PATH__ __FILE__ __FUNCTION__ __LINE__ __MODULE__
    __PRETTY_FUNCTION__ __TIMESTAMP__ __TIME__ __VENDOR__ __VERSION__`,
  kr: 'macro',
  kt: `bool byte cdouble cent cfloat char creal dchar double float idouble ifloat int ireal long real
    short ubyte ucent uint ulong ushort void wchar`,
  nb: 'dstring ptrdiff_t size_t string wstring',
})

const d: Language = language({
  states: {
    ...slashComments(),
    root: [
      [/\s+/, ''],
      'comments',
      [/\/\+/, 'cm', 'nesting comment'],
      [/#line\s.*\n?/, 'cs'],
      [/@\w*/, 'nd'],
      [/q"(?:\([^)"]*\)|\[[^\]"]*\]|<[^>"]*>|\{[^}"]*\})"/, 's'],
      [/q\{/, 's', 'tokens'],
      [/[rx]"[^"]*"[cwd]?|`[^`]*`[cwd]?/, 's'],
      [/"(?=[^"]*")/, 's', 'string'],
      [
        /'(?:\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|&\w+;|[0-7]{1,3}|.)|[^'\\\n])'/u,
        'sc',
      ],
      [/0[xX][\da-fA-F_]*\.?[\da-fA-F_]*[pP][-+]?\d[\d_]*[fFLi]?/, 'mf'],
      [
        /\d[\d_]*(?:\.[\d_]*(?:[eE][-+]?\d[\d_]*)?|[eE][-+]?\d[\d_]*)[fFLi]?|\.\d[\d_]*(?:[eE][-+]?\d[\d_]*)?[fFLi]?/,
        'mf',
      ],
      [/0[xX][\da-fA-F_]+(?:L[uU]?|[uU])?/, 'mh'],
      [/0[bB][01_]+(?:L[uU]?|[uU])?/, 'mb'],
      [/0[0-7_]+(?:L[uU]?|[uU])?/, 'mo'],
      [/\d[\d_]*(?:L[uU]?|[uU])?/, 'mi'],
      [/[A-Za-z_]\w*/, NAMES],
      [/[-!$%&*+,./:;<=>?()[\]{}|^~]/, 'p'],
    ],
    string: [
      [/"[cwd]?/, 's', POP],
      [/[^"\\]+|\\[\s\S]?/, 's'],
    ],
    'nesting comment': [
      [/\/\+/, 'cm', 'nesting comment'],
      [/\+\//, 'cm', POP],
      [/[^+/]+|[+/]/, 'cm'],
    ],
    tokens: [[/\}/, 's', POP], [/\{/, 'p', 'braces'], 'root'],
    braces: [[/\}/, 'p', POP], [/\{/, 'p', 'braces'], 'root'],
  },
})

export default d
