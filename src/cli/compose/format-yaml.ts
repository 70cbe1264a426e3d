/**
 * Values written as YAML that reads back as the same values.
 *
 * A text stands bare where our reader takes it for that text, and in quotes
 * everywhere else, so `Yes` and `2021-02-03` stay texts.
 */

import { CalendarDate, strftime, Time } from '../../util/dates.ts'
import { inspect } from '../../util/inspect.ts'
import { type Hash, isHash } from '../../util/values.ts'
import { parseYaml } from '../../util/yaml.ts'

/** A mapping, one line a key at least, with a line break at its end. */
export function formatYaml(hash: Hash, indent = ''): string {
  return [...hash].map(([key, value]) => formatEntry(key, value, indent)).join('')
}

/** `key: value` with all its lines. */
export function formatEntry(key: unknown, value: unknown, indent = ''): string {
  return `${indent}${formatScalar(key)}:${formatValue(value, indent)}`
}

function formatValue(value: unknown, indent: string): string {
  if (isHash(value) && value.size > 0) return `\n${formatYaml(value, `${indent}  `)}`
  if (!Array.isArray(value) || value.length === 0) {
    const scalar = formatScalar(value)
    return scalar === '' ? '\n' : ` ${scalar}\n`
  }
  return `\n${value.map((each) => formatListed(each, indent)).join('')}`
}

function formatListed(value: unknown, indent: string): string {
  if (isHash(value) && value.size > 0) {
    return `${indent}- ${formatYaml(value, `${indent}  `).trimStart()}`
  }
  if (Array.isArray(value) && value.length > 0)
    return `${indent}-${formatValue(value, `${indent}  `)}`
  return `${indent}- ${formatScalar(value)}\n`
}

function formatScalar(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return formatText(value)
  if (value instanceof Time) return strftime(value, '%Y-%m-%d %H:%M:%S.%N %z')
  if (value instanceof CalendarDate) return value.toString()
  if (Array.isArray(value)) return '[]'
  return isHash(value) ? '{}' : inspect(value)
}

function formatText(text: string): string {
  if (isPlain(text)) return text
  const isOneLine = !/[\n\r\t\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]/.test(text)
  return isOneLine ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text)
}

function isPlain(text: string): boolean {
  if (!/^[\p{L}\p{N}/]/u.test(text) || /[\n\r\t]/.test(text)) return false
  try {
    const read = parseYaml(`- ${text}\n- end\n`)
    return Array.isArray(read) && read.length === 2 && read[0] === text
  } catch {
    return false // whatever the reader refuses needs quotes
  }
}
