/**
 * What the two syntaxes of Sass have in common.
 *
 * `a:b` without a space may be a selector, so it is a declaration only where
 * what follows the colon cannot be one.
 */

import { goto, POP, type Rule, type Run, type Step, words } from '../../grammar.ts'
import { isProperty, VALUES } from './css-words.ts'

const NAME = '[a-zA-Z_][\\w-]*'
const COMMANDS = 'import|if|else|return|each|while|debug|warn|error|media|for'

const INTERPOLATION: Rule = [/#\{/, 'si', 'interpolation']

const VALUE: readonly Step[] = [
  [/[ \t\r\f\v]+/, ''],
  [/url\(/, 'sx', 'address'],
  INTERPOLATION,
  [/\$[\w-]+/, 'nv'],
  [/#\w+/, 'mh'],
  [/%[\w-]+/, 'nd'],
  [/[a-zA-Z_-][\w-]*(?=\s*\()/, 'nf'],
  [/-?\d+(?:%|[a-zA-Z]\w*)?/, 'm'],
  [/\.\d+(?:%|[a-zA-Z]\w*)?/, 'mi'],
  [new RegExp(NAME), value],
  [/"/, 's2', 'double'],
  [/'/, 's1', 'single'],
  [/[-+*/=<>!&|~^,:.@?%]+?(?=-?\d|-?[a-zA-Z_]|[^-+*/=<>!&|~^,:.@?%]|$)/, 'o'],
  [/[()[\]]/, 'p'],
]

const WORD_VALUES = words('n', { nb: 'px', ow: 'and or not', bp: 'true false' })

function value(run: Run, [word]: readonly string[]): void {
  const name = WORD_VALUES.words.get(word!)
  run.token(name ?? VALUES.get(word!) ?? 'n', word!)
}

function declaration(run: Run, [, name, colon]: readonly string[]): void {
  run.token(isProperty(name!) && !name!.startsWith('-') ? 'nl' : 'na', name!)
  run.token('p', colon!)
}

export const SASS_STATES: Readonly<Record<string, readonly Step[]>> = {
  selectors: [
    [/@(?:mixin|function)(?![\w-])/, 'k', 'definition'],
    [/@include(?![\w-])/, 'k', 'use'],
    [/@for(?![\w-])/, 'k', 'range'],
    [new RegExp(`@(?:${COMMANDS})(?![\\w-])`), 'k', 'value'],
    [/@[\w-]+/, 'k'],
    [/(\$[\w-]+)(\s*)(:)/, ['nv', '', 'p'], 'value'],
    [new RegExp(`(?<![\\w}-])(-{0,2}${NAME})(:)(?![a-zA-Z_:])`), declaration, 'value'],
    INTERPOLATION,
    [/::?[\w-]*/, 'nd'],
    [/\.[\w-]*/, 'nc'],
    [/#[\w-]*/, 'nn'],
    [/%[\w-]*/, 'nv'],
    [/&/, 'k'],
    [/[\w-]+/, 'nt'],
    [/[~^*!|/,()+>=<[\]@?#$]/, 'o'],
    [/"/, 's2', 'double'],
    [/'/, 's1', 'single'],
  ],
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
