/**
 * What the two syntaxes of Sass have in common.
 *
 * `a:b` without a space may be a selector, so a statement is a declaration only
 * where what follows a colon cannot be one. Each syntax says how far it looks.
 */

import { goto, POP, type Rule, type Run, type Step, words } from '../../grammar.ts'
import type { TokenClass } from '../../tokens.ts'
import { isProperty, VALUES } from './css-words.ts'

const NAME = '[a-zA-Z_][\\w-]*'
const COMMANDS = 'import|if|else|return|each|while|debug|warn|error|media|for'

const INTERPOLATION: Rule = [/#\{/, 'si', 'interpolation']

const VALUE: readonly Step[] = [
  [/[ \t\r\f\v]+/, ''],
  [/url\(/, 'sx', 'address'],
  INTERPOLATION,
  [/\$[\w-]+/, 'nv'],
  [/#\w{1,6}/, 'mh'],
  [/%[\w-]+/, 'nd'],
  [/[\w-]+(?=\s*\()/, 'nf'],
  [/-?\d+(?:%|[a-zA-Z]\w*)?/, 'm'],
  [/\.\d+(?:%|[a-zA-Z]\w*)?/, 'mi'],
  [/(?:and|or|not)\b/, 'ow'],
  [new RegExp(NAME), value],
  [/"/, 's2', 'double'],
  [/'/, 's1', 'single'],
  [/[-+*/=<>!&|~^,:.@?%]+?(?=-?\d|-?[a-zA-Z_]|[^-+*/=<>!&|~^,:.@?%]|$)/, 'o'],
  [/[()[\]]/, 'p'],
]

const WORD_VALUES = words('n', { nb: 'px', bp: 'true false' })

function value(run: Run, [word]: readonly string[]): void {
  const name = WORD_VALUES.words.get(word!)
  run.token(name ?? VALUES.get(word!) ?? 'n', word!)
}

function property(run: Run, [name]: readonly string[]): void {
  run.token(isProperty(name!) && !name!.startsWith('-') ? 'nl' : 'na', name!)
}

/** A name in a selector, in which there may be interpolations. */
function nameOf(name: TokenClass): readonly Step[] {
  return [[/[\w-]+/, name], INTERPOLATION, [/(?:)/, '', POP]]
}

export const SASS_STATES: Readonly<Record<string, readonly Step[]>> = {
  statements: [
    [/@(?:mixin|function)(?![\w-])/, 'k', 'definition'],
    [/@include(?![\w-])/, 'k', 'use'],
    [/@for(?![\w-])/, 'k', 'range'],
    [new RegExp(`@(?:${COMMANDS})(?![\\w-])`), 'k', 'value'],
    [/@[\w-]+/, 'k', 'selector'],
    [/(\$[\w-]+)([ \t]*)(:)/, ['nv', '', 'p'], 'value'],
  ],
  property: [[/[\w-]+/, property], [/([ \t]*)(:)/, ['', 'p'], goto('value')], INTERPOLATION],
  selectors: [
    INTERPOLATION,
    [/::?/, 'nd', 'pseudo'],
    [/\./, 'nc', 'class'],
    [/#/, 'nn', 'id'],
    [/%/, 'nv', 'placeholder'],
    [/&/, 'k'],
    [/[\w-]+/, 'nt'],
    [/[~^*!|/,()+>=<[\]@?]/, 'o'],
    [/"/, 's2', 'double'],
    [/'/, 's1', 'single'],
  ],
  pseudo: nameOf('nd'),
  class: nameOf('nc'),
  id: nameOf('nn'),
  placeholder: nameOf('nv'),
  values: VALUE,
  definition: [
    [/[ \t]+/, ''],
    [/[\w-]+/, 'nf', goto('value')],
    [/(?:)/, '', goto('value')],
  ],
  use: [
    [/[ \t]+/, ''],
    [/[\w-]+/, 'nd', goto('value')],
    [/(?:)/, '', goto('value')],
  ],
  range: [[/(?:from|to|through)(?![\w-])/, 'ow'], 'value'],
  address: [[/[^#)]+/, 'sx'], [/\)/, 'sx', POP], INTERPOLATION, [/#/, 'sx']],
  double: [[/[^"\\#]+/, 's2'], [/"/, 's2', POP], INTERPOLATION, [/\\[\s\S]?|#/, 's2']],
  single: [[/[^'\\#]+/, 's1'], [/'/, 's1', POP], INTERPOLATION, [/\\[\s\S]?|#/, 's1']],
  interpolation: [[/\}/, 'si', POP], [/\n/, ''], 'values'],
}
