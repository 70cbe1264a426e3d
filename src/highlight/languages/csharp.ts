/** C# (ECMA-334): all signs are punctuation, and a name before a parenthesis is a function. */

import { ifAhead, ifListed, POP, type Step, slashComments } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const WORDS = ifListed({
  k: `abstract add alias as ascending async await base break by case catch checked const continue
    default delegate descending do else enum equals event explicit extern false finally fixed for
    foreach from get global goto group if implicit in internal into is join let lock nameof new
    null on operator orderby out override params partial private protected public readonly ref
    remove return sealed select set sizeof stackalloc static switch this throw true try typeof
    unchecked unsafe value virtual void volatile where while yield`,
  kt: `bool byte char decimal double dynamic float int long object sbyte short string uint ulong
    ushort var`,
})

const holes: Step = [/\{/, 'p', 'hole']

const csharp: Language = language({
  states: {
    ...slashComments(),
    root: [
      [/[ \t\n\r\f\v]+/, ''],
      'comments',
      [
        /^#[ \t]*(?:define|elif|else|endif|endregion|error|if|line|pragma|region|undef|warning)\b.*\n/,
        'cp',
      ],
      [/(?:class|interface|struct)\b/, 'k', 'class'],
      [/(?:namespace|using)\b/, 'k', 'namespace'],
      [/[a-z]+\b/, WORDS],
      [/@?[A-Za-z_]\w*(?=\s*\()/, 'nf'],
      [/@?[A-Za-z_]\w*/, 'n'],
      [/@"/, ifAhead('"', 's'), 'verbatim'],
      [/\$@"/, 's', 'verbatim-template'],
      [/\$"/, 's', 'template'],
      [/"/, 's', 'string'],
      [/'(?:\\.|[^\\\n])'/, 'sc'],
      [/0[xX][\da-fA-F]+[uUlL]?/, 'm'],
      [/\d+(?:\.\d*)?(?:[eE][-+]\d+)?[fFdDlLuU]?/, 'm'],
      [/\]>/, 'k'],
      // A `}` may end a hole, so it stands alone.
      [/(?:[-~!%^&*()+=|[:;,.<>?]|\](?!>))+|[/{}]/, 'p'],
    ],
    class: [
      [/[ \t\n\r\f\v]+/, ''],
      [/@?[A-Za-z_]\w*/, 'nc', POP],
    ],
    namespace: [
      [/[ \t\n\r\f\v]+/, ''],
      [/@?[\w.]+/, 'nn', POP],
      [/(?=\()/, '', POP],
    ],
    string: [
      [/[^"\\\n]+|\\.?/, 's'],
      [/["\n]/, 's', POP],
    ],
    verbatim: [
      [/[^"]+|""/, 's'],
      [/"/, 's', POP],
    ],
    'verbatim-template': [[/[^"{\n]+|""/, 's'], holes, [/"/, 's', POP]],
    template: [[/[^"{\\\n]+|\\./, 's'], holes, [/["\n]/, 's', POP]],
    hole: [[/\{/, 'p', 'hole'], [/\}/, 'p', POP], 'root'],
  },
})

export default csharp
