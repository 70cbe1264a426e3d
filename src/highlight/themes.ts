/**
 * Style sheets for highlighted code: colours for the classes that tokens carry.
 *
 * A theme gives colours to roles, and `ROLES` says which classes play which, so
 * that themes stay short and agree on what is alike. The light and the dark
 * colours keep a contrast of at least 4.5 to their background.
 */

import type { TokenClass } from './tokens.ts'

type Role =
  | 'comment'
  | 'keyword'
  | 'type'
  | 'name'
  | 'tag'
  | 'attribute'
  | 'variable'
  | 'constant'
  | 'string'
  | 'escape'
  | 'number'
  | 'operator'
  | 'heading'
  | 'faint'
  | 'inserted'
  | 'deleted'

interface Colours {
  readonly text: string
  readonly background: string
  /** Behind a line that `mark_lines` names. */
  readonly marked: string
  readonly error: string
  readonly roles: Readonly<Record<Role, string>>
}

const ROLES: Readonly<Record<Role, readonly TokenClass[]>> = {
  comment: ['c', 'c1', 'cm', 'cd', 'cs', 'ch'],
  keyword: ['k', 'kd', 'kn', 'kp', 'kr', 'kv', 'ow', 'cp', 'cpf'],
  type: ['kt', 'nc', 'ne', 'nn'],
  name: ['nf', 'fm', 'nb', 'nd', 'bp'],
  tag: ['nt', 'nl', 'py'],
  attribute: ['na', 'ni', 'ss'],
  variable: ['nv', 'vc', 'vg', 'vi', 'vm'],
  constant: ['kc', 'no', 'l', 'ld'],
  string: ['s', 's1', 's2', 'sa', 'sb', 'sc', 'dl', 'sd', 'sh', 'sx'],
  escape: ['se', 'si', 'sr', 'esc'],
  number: ['m', 'mb', 'mf', 'mh', 'mi', 'il', 'mo', 'mx'],
  operator: ['o', 'pi'],
  heading: ['gh', 'gu'],
  faint: ['gl', 'go', 'gp', 'gt'],
  inserted: ['gi'],
  deleted: ['gd', 'gr'],
}

const LIGHT: Colours = {
  text: '#24292f',
  background: '#f8f8f6',
  marked: '#fdf3c7',
  error: '#c01c28',
  roles: {
    comment: '#63696f',
    keyword: '#8a2a8c',
    type: '#7a5200',
    name: '#1d5bb0',
    tag: '#a3273b',
    attribute: '#7b4a12',
    variable: '#a14012',
    constant: '#0b6a75',
    string: '#1e6e35',
    escape: '#0b6a75',
    number: '#9c4a00',
    operator: '#4a525a',
    heading: '#1d5bb0',
    faint: '#63696f',
    inserted: '#1e6e35',
    deleted: '#b3202c',
  },
}

const DARK: Colours = {
  text: '#dfe2e7',
  background: '#1f2227',
  marked: '#3a3623',
  error: '#ff8f8f',
  roles: {
    comment: '#a6acb6',
    keyword: '#d7a1e6',
    type: '#e4c07a',
    name: '#84b9f5',
    tag: '#f09aa5',
    attribute: '#deb98a',
    variable: '#f0a883',
    constant: '#7fcdd6',
    string: '#98cf9f',
    escape: '#7fcdd6',
    number: '#edb278',
    operator: '#b8bfc9',
    heading: '#84b9f5',
    faint: '#a6acb6',
    inserted: '#98cf9f',
    deleted: '#f59a9a',
  },
}

const THEMES: ReadonlyMap<string, () => string> = new Map([
  ['light', () => rules(LIGHT)],
  ['dark', () => rules(DARK)],
  ['auto', () => `${rules(LIGHT)}\n@media (prefers-color-scheme: dark) {\n${rules(DARK, '  ')}}\n`],
])

export const THEME_NAMES: readonly string[] = [...THEMES.keys()]

/** A theme's style sheet, or undefined where no theme has that name. */
export function themeCss(name: string): string | undefined {
  return THEMES.get(name)?.()
}

function rules(colours: Colours, indent = ''): string {
  const lines = [
    `.highlight { color: ${colours.text}; background-color: ${colours.background}; }`,
    `.highlight .hll { background-color: ${colours.marked}; }`,
    `.highlight .err { color: ${colours.error}; text-decoration: underline wavy; }`,
    // The literals name every role, which is what the type of the keys says.
    ...(Object.keys(ROLES) as Role[]).map(
      (role) => `${selector(ROLES[role])} { color: ${colours.roles[role]}; }`,
    ),
    `${selector(['c', 'c1', 'cm', 'cd', 'cs', 'ch', 'ge'])} { font-style: italic; }`,
    `${selector(['gs', 'gh', 'gu'])} { font-weight: bold; }`,
    '.highlight .lineno { user-select: none; }',
  ]
  return lines.map((line) => `${indent}${line}\n`).join('')
}

function selector(classes: readonly TokenClass[]): string {
  return classes.map((name) => `.highlight .${name}`).join(', ')
}
