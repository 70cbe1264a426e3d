/** What the stylesheets write out, to be known again in what was made of it. */

import { rgbaOf } from './colors.ts'
import { plainName } from './mixins.ts'
import { statementEnd } from './scan.ts'
import type { IndexedSource } from './sources.ts'

/** Colours with an alpha channel, by what Dart Sass writes for them. */
export function hexesIn(sources: readonly IndexedSource[]): Map<string, string> {
  const hexes = new Map<string, string>()
  for (const { text } of sources) {
    for (const [hex] of text.matchAll(/#(?:[0-9a-f]{8}|[0-9a-f]{4})(?![-\w])/gi))
      hexes.set(rgbaOf(hex), hex)
  }
  return hexes
}

export interface Lists {
  readonly byVariable: ReadonlyMap<string, string>
  readonly parts: ReadonlySet<string>
}

export function listsIn(sources: readonly IndexedSource[]): Lists {
  const byVariable = new Map<string, string>()
  const parts = new Set<string>()
  for (const { syntax, text } of sources) {
    for (const { 0: head, 1: variable, index } of text.matchAll(GIVEN)) {
      const start = index + head.length
      const value = text
        .slice(start, statementEnd(text, start, syntax))
        .replace(/!.*/s, '')
        .trim()
      if (!/[\s,]/.test(value)) continue
      for (const part of [...value.split(/[,()]/), ...value.split(',')]) parts.add(listPart(part))
      if (variable === undefined) continue
      const name = plainName(variable)
      byVariable.set(name, `${byVariable.get(name) ?? ''} ${value}`)
    }
  }
  return { byVariable, parts }
}

const GIVEN = /\$([-\w]+)[ \t]*:|@include[ \t]+[-\w.]+|^[ \t]*\+[-\w]+/gm

/** In the form in which Dart Sass writes it; quotes are gone where it is put into a value. */
function listPart(written: string): string {
  return written
    .replaceAll(/^[\s(]*["']?|["']?\)*\s*$/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<![\w.])\./g, '0.')
}
