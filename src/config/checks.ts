/**
 * Settings of known keys with the type they must have.
 *
 * Ruby is easy about truth and text, so these are too; what would have made
 * Jekyll stumble later on is an error here, with the line that says so.
 */

import { SiteError } from '../util/errors.ts'
import { inspect } from '../util/inspect.ts'
import { type Hash, isHash, WholeFloat } from '../util/values.ts'
import { findKey, type SettingsFile } from './files.ts'

export interface Settings {
  readonly data: Hash
  readonly files: readonly SettingsFile[]
}

/** An error about the key that `path` leads to. */
export function settingError(
  files: readonly SettingsFile[],
  path: readonly string[],
  message: string,
  hint?: string,
): SiteError {
  return new SiteError(message, {
    ...findKey(files, path),
    ...(hint === undefined ? {} : { hint }),
  })
}

function wrongType(
  { files }: Settings,
  path: readonly string[],
  kind: string,
  value: unknown,
): SiteError {
  const message = `'${path.join('.')}' should be set as ${kind}, but was: ${inspect(value)}.`
  return settingError(files, path, message, EXAMPLES.get(kind)?.(path.at(-1)!))
}

/** How to write a kind of value. */
const EXAMPLES: ReadonlyMap<string, (key: string) => string> = new Map([
  ['an array', (key) => `Write it as a list: ${key}: [one, two]`],
  ['a hash', (key) => `Write it as a mapping, one 'key: value' a line below '${key}:'.`],
])

/** As Ruby sees it: anything but false and null. */
export function isOn({ data }: Settings, key: string): boolean {
  const value = data.get(key)
  return value !== undefined && value !== null && value !== false
}

export function text(settings: Settings, key: string): string {
  const value = settings.data.get(key)
  if (typeof value === 'string') return value
  throw wrongType(settings, [key], 'a string', value)
}

/** Undefined for null; numbers and the like as they print. */
export function optionalText(settings: Settings, key: string): string | undefined {
  const value = settings.data.get(key)
  if (value === null || value === undefined) return undefined
  if (Array.isArray(value) || isHash(value)) throw wrongType(settings, [key], 'a string', value)
  return String(value)
}

export function list(settings: Settings, key: string): readonly string[] {
  const value = settings.data.get(key)
  if (!Array.isArray(value)) throw wrongType(settings, [key], 'an array', value)
  return value.map(String)
}

export function mapping(settings: Settings, key: string): Hash {
  const value = settings.data.get(key) ?? new Map()
  if (!isHash(value)) throw wrongType(settings, [key], 'a hash', value)
  return value
}

export function integer(settings: Settings, key: string): number {
  const value = settings.data.get(key)
  if (typeof value === 'number' && Number.isInteger(value)) return value
  throw wrongType(settings, [key], 'a whole number', value)
}

/** A number above all else, as Ruby makes it of a text or a fraction. */
export function asInteger(settings: Settings, key: string): number {
  const value = settings.data.get(key)
  const number = Number.parseInt(value instanceof WholeFloat ? `${value.value}` : String(value), 10)
  if (['number', 'string'].includes(typeof value) || value instanceof WholeFloat) {
    if (!Number.isNaN(number)) return number
  }
  throw wrongType(settings, [key], 'a whole number', value)
}

/** One of a few words. */
export function choice<T extends string>(
  settings: Settings,
  path: readonly [string, string],
  choices: readonly T[],
): T {
  const value = mapping(settings, path[0]).get(path[1])
  const chosen = choices.find((each) => each === value)
  if (chosen !== undefined) return chosen
  const kind = `one of ${choices.join(', ')}`
  throw wrongType(settings, path, kind, value)
}
