/**
 * The entities of HTML 4 and how they are written out.
 *
 * Names that came with HTML 5 are unknown to kramdown and stay text.
 */

import { ENTITIES } from '../util/entities.ts'
import type { EntityOutput } from './options.ts'

export interface Entity {
  readonly code: number
  readonly name: string | undefined
}

const BY_NAME: ReadonlyMap<string, Entity> = new Map(
  Array.from(ENTITIES, ([name, code]) => [name, { name, code }]),
)

const BY_CODE: ReadonlyMap<number, Entity> = new Map(
  [...BY_NAME.values()].map((entity) => [entity.code, entity]),
)

/** What Windows-1252 has at 128 to 159; numbers there mean these characters. */
const WINDOWS_1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ']

export function entityByName(name: string): Entity | undefined {
  return BY_NAME.get(name)
}

/** The entity of a number; `undefined` where no such character is. */
export function entityByCode(number: number): Entity | undefined {
  const character = WINDOWS_1252[number - 128]
  const code = character?.codePointAt(0) ?? number
  if (!(code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return undefined
  return BY_CODE.get(code) ?? { code, name: undefined }
}

/** Markup characters never come out bare, and never as numbers unless written so. */
const MARKUP: ReadonlySet<number> = new Set([0x26, 0x3c, 0x3e])
const QUOTE = 0x22

export function writeEntity(entity: Entity, original: string, output: EntityOutput): string {
  const { code, name } = entity
  if (output === 'as_input') return original
  if (output === 'as_char') return MARKUP.has(code) ? original : String.fromCodePoint(code)
  const isMarkup = MARKUP.has(code) || code === QUOTE
  if ((output === 'symbolic' || isMarkup) && name !== undefined) return `&${name};`
  return `&#${code};`
}
