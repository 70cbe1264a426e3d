/**
 * What `doctor` finds, as data: printed as messages or as JSON.
 */

import { type Place, SiteError } from '../../util/errors.ts'
import type { Message } from '../../util/log.ts'

export interface Finding {
  /** A note needs nothing to be done, so it does not count for the exit status. */
  readonly level: 'problem' | 'note'
  /** The word before the message, such as `Conflict:`. */
  readonly topic: string
  readonly message: string
  readonly place?: Place
  /** What to do. */
  readonly hint?: string
}

/** Told while a build goes well and will go well again. */
const NOTES: ReadonlySet<string> = new Set(['Sass:'])

/** What a build would have warned of. */
export function fromMessage({ topic, text, place }: Message): Finding {
  const level = NOTES.has(topic) ? 'note' : 'problem'
  return { level, topic, message: text, ...(place ? { place } : {}) }
}

/** @throws the error again, where it is a fault of ours */
export function fromError(error: unknown): Finding {
  if (!(error instanceof SiteError)) throw error
  const { hint, message, place, topic = 'Error:' } = error
  return {
    level: 'problem',
    topic,
    message: message.trimEnd(),
    ...(place ? { place } : {}),
    ...(hint === undefined ? {} : { hint }),
  }
}

export function toJson(findings: readonly Finding[]): string {
  const shown = findings.map(({ level, topic, message, place, hint }) => ({
    level,
    topic: topic.replace(/:$/, ''),
    message,
    ...place,
    ...(hint === undefined ? {} : { hint }),
  }))
  return `${JSON.stringify({ healthy: isHealthy(findings), findings: shown }, undefined, 2)}\n`
}

export function isHealthy(findings: readonly Finding[]): boolean {
  return findings.every(({ level }) => level === 'note')
}
