/** C++ (C++20), and what is made of it: C with classes, templates, raw strings and digits in groups. */

import { C_KEYWORDS, C_RESERVED, C_TYPES, cStates, type Memory } from '../../c-states.ts'
import { type Action, type Grammar, POP, words } from '../../grammar.ts'

/** `R"x(` ends at `)x"`. */
const beginRaw: Action<Memory> = (run, [start]) => {
  const end = `)${start!.slice(start!.indexOf('"') + 1, -1)}"`
  if (!run.isAhead(end)) return false
  run.memory.rawEnd = end
  run.token('s', start!)
}

const endRaw: Action<Memory> = (run, [end]) =>
  end === run.memory.rawEnd ? run.token('s', end) : false

/** `keywords` and `types` are words beyond those of C++. */
export function cppStates(keywords: string, types: string): Grammar<Memory>['states'] {
  return {
    ...cStates({
      own: [
        [/(?:LR|u8?R|UR|R)"[^()\\\s"]{0,16}\(/, beginRaw, 'raw'],
        [/(?:class|struct)\b/, 'k', 'class'],
        [/template\b/, 'k', 'template'],
      ],
      words: words('n', {
        k: `${C_KEYWORDS} alignas alignof asm catch char8_t class co_await co_return co_yield concept
          const_cast consteval constexpr constinit decltype delete dynamic_cast explicit export final
          friend mutable namespace new noexcept operator override private protected public
          reinterpret_cast requires restrict static_assert static_cast template this thread_local throw
          try typeid typename using virtual ${keywords}`,
        kt: `${C_TYPES} bool ${types}`,
        kr: `${C_RESERVED} __super __uuidof __virtual_inheritance __single_inheritance
          __multiple_inheritance __event __interface`,
        nb: 'NULL false nullptr true',
      }),
      numbers: [
        [/\d[\d']*(?:\.\d+)?(?:h|min|s|ms|us|ns|if?|il|d|y)\b/, 'mx'],
        [/0[xX][\da-fA-F]+(?:'[\da-fA-F]+)*[lLuU]*/, 'mh'],
        [/0[bB][01]+(?:'[01]+)*[lLuU]*/, 'mb'],
        [/(?:\d[\d']*\.\d*|\.\d+|\d[\d']*)[eE][+-]?\d+[lLuU]*|\d[\d']*\.\d*|\.\d+/, 'mf'],
        [/[()[\],;.]+(?=\.\d)/, 'p'],
        [/0[0-7]+(?![\d'])[lLuU]*/, 'mo'],
        [/\d+(?:'\d+)*[lLuU]*/, 'mi'],
      ],
      nested: false,
    }),
    class: [
      [/[ \t\n\r\f\v]+/, ''],
      'comments',
      [/\.\.\./, 'o'],
      [/[A-Za-z_]\w*/, 'nc', POP],
      [/(?:)/, '', POP],
    ],
    raw: [
      [/[^)]+/, 's'],
      [/\)[^()\\\s"]{0,16}"/, endRaw, POP],
      [/\)/, 's'],
    ],
    template: [
      [/>/, 'p', POP],
      [/\n/, '', 'line'],
      [/[{}]/, 'p'],
      [/[-~!%^&+=|?:<]+/, 'o'],
      [/typename\b/, 'k', 'class'],
      'code',
    ],
  }
}
