/**
 * Where a borrowed grammar's scopes and words mean something else to Rouge than
 * they do in most languages.
 */

import type { TokenClass } from '../tokens.ts'

export interface Dialect {
  /** Unmarked text is text, not code. */
  readonly prose: boolean
  /** Class of bare words. */
  readonly name: TokenClass
  /** Class of a bare word after a dot, where that differs. */
  readonly member: TokenClass | undefined
  /** Class of white space between tokens. */
  readonly space: TokenClass
  /** Classes of scopes, before those that hold for every language. */
  readonly scopes: ReadonlyMap<string, TokenClass>
  /** Classes of single words, whatever scope they have. */
  readonly words: ReadonlyMap<string, TokenClass>
}

const COMMON: Dialect = {
  prose: false,
  name: 'n',
  member: undefined,
  space: '',
  scopes: new Map(),
  words: new Map(),
}
const PROSE: Dialect = { ...COMMON, prose: true }

const C: Dialect = { ...COMMON, scopes: scopes({ string: 's' }) }

const SCRIPT: Dialect = {
  ...COMMON,
  name: 'nx',
  scopes: scopes({ 'title.function': 'nx', property: 'nx', variable: 'nx', 'title.class': 'nx' }),
  words: words({
    kd: 'const let var function class get set extends',
    nb: 'console window document Array Map Set Date Error',
  }),
}

const DIALECTS: ReadonlyMap<string, Dialect> = new Map([
  [
    'bash',
    {
      ...COMMON,
      name: '',
      scopes: scopes({ comment: 'c', meta: 'c' }),
      words: words({ nb: 'ls wc cat cp mv rm mkdir grep sed awk curl git npm node sudo' }),
    },
  ],
  ['c', C],
  ['cpp', C],
  ['css', { ...COMMON, scopes: scopes({ attribute: 'nl', number: 'm', string: 's1' }) }],
  ['diff', { ...PROSE, scopes: scopes({ meta: 'p' }) }],
  ['django', PROSE],
  ['dockerfile', PROSE],
  ['erb', PROSE],
  ['go', { ...COMMON, scopes: scopes({ literal: 'no', string: 's', title: 'n' }) }],
  ['handlebars', PROSE],
  ['http', PROSE],
  ['javascript', SCRIPT],
  ['json', { ...COMMON, space: 'w', scopes: scopes({ attr: 'nl', string: 's2', keyword: 'kc' }) }],
  ['latex', PROSE],
  ['markdown', PROSE],
  ['php-template', PROSE],
  [
    'python',
    {
      ...COMMON,
      scopes: scopes({ string: 's', meta: 'o' }),
      words: words({ kn: 'import', ow: 'and or not in is', bp: 'self True False None' }),
    },
  ],
  [
    'ruby',
    {
      ...COMMON,
      member: 'nf',
      scopes: scopes({ 'title.class': 'no', variable: 'vi' }),
      words: words({
        kp: 'true false nil include extend private protected public raise loop',
        nb: 'puts print p require require_relative attr_reader attr_writer attr_accessor self',
      }),
    },
  ],
  ['shell', PROSE],
  ['sql', { ...COMMON, scopes: scopes({ built_in: 'k', type: 'nb', string: 's1' }) }],
  ['tap', PROSE],
  ['typescript', SCRIPT],
  ['xml', { ...PROSE, scopes: scopes({ symbol: 'ni', string: 's' }), words: words({ na: '=' }) }],
  [
    'yaml',
    { ...COMMON, scopes: scopes({ string: 's', bullet: 'pi', number: 'm', literal: 'no' }) },
  ],
])

export function dialectOf(grammar: string): Dialect {
  return DIALECTS.get(grammar) ?? COMMON
}

function scopes(classes: Readonly<Record<string, TokenClass>>): ReadonlyMap<string, TokenClass> {
  return new Map(Object.entries(classes))
}

/** From class to words, to word to class. */
function words(
  classes: Readonly<Partial<Record<TokenClass, string>>>,
): ReadonlyMap<string, TokenClass> {
  return new Map(
    Object.entries(classes).flatMap(([name, list]) =>
      // The keys are what the type says.
      list.split(' ').map((word) => [word, name as TokenClass] as const),
    ),
  )
}
