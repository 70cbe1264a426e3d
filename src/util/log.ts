/**
 * Messages as data. Rooms say what happened; only `cli/` prints.
 *
 * `topic` is Jekyll's word in front of a line (`Build Warning:`), because that
 * is what people search for. A warning is kept once, however many pages meet it.
 */

import type { Place } from './errors.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

export interface Message {
  readonly level: LogLevel
  readonly topic: string
  readonly text: string
  readonly place?: Place
}

export interface Log {
  debug(topic: string, text: string): void
  info(topic: string, text: string): void
  warn(topic: string, text: string, place?: Place): void
  error(topic: string, text: string, place?: Place): void
  /** Everything said so far, in order. */
  readonly messages: readonly Message[]
}

/** A log that keeps its messages and hands each to `listen` as it comes. */
export function createLog(listen: (message: Message) => void = () => {}): Log {
  const messages: Message[] = []
  const warned = new Set<string>()

  function say(level: LogLevel, topic: string, text: string, place?: Place): void {
    if (level === 'warn') {
      const key = `${topic}\0${text}\0${place?.file}\0${place?.line}`
      if (warned.has(key)) return
      warned.add(key)
    }
    const message: Message = place ? { level, topic, text, place } : { level, topic, text }
    messages.push(message)
    listen(message)
  }

  return {
    messages,
    debug: (topic, text) => say('debug', topic, text),
    info: (topic, text) => say('info', topic, text),
    warn: (topic, text, place) => say('warn', topic, text, place),
    error: (topic, text, place) => say('error', topic, text, place),
  }
}
