/**
 * Messages and failures as terminal text, in the form of Jekyll's logger: the
 * topic ends at column 20 and the text follows.
 *
 * What is shown may come from anybody's files, so control characters are made
 * visible before they reach a terminal.
 */

import { type Place, SiteError } from '../util/errors.ts'
import { createLog, type Log, type LogLevel, type Message } from '../util/log.ts'
import type { Shell, Stream } from './shell.ts'

export interface Report {
  readonly log: Log
  /** Says from now on only what is at least as grave as `level`. */
  setLevel(level: LogLevel): void
  /** Forgets what was said, so that the next build may warn of the same again. */
  startOver(): void
  /** Shows why `command` ended; `trace` adds the stack. */
  fail(error: unknown, command: string, trace: boolean): void
  /** Plain text to the standard output, whatever the level. */
  print(text: string): void
  /**
   * Shows `text` in the last line of a terminal until something else is said.
   * Elsewhere, and where more or less than usual is said, it shows nothing.
   */
  status(text: string): void
}

/** Ends a command whose failure the user has been told of already. */
export class Told extends Error {}

const GRAVITY: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 }
const COLORS: Readonly<Partial<Record<LogLevel, string>>> = { warn: '33', error: '31' }
const TEXT_COLUMN = 20
const CLEAR_LINE = '\r\x1b[K'

export function createReport(shell: Shell, level: LogLevel): Report {
  let least = GRAVITY[level]
  let inner = createLog(listen)

  function listen(message: Message): void {
    if (GRAVITY[message.level] >= least) show(message.level, formatMessage(message))
  }

  let hasStatus = false

  function clearStatus(): void {
    if (hasStatus) shell.stdout.write(CLEAR_LINE)
    hasStatus = false
  }

  function show(at: LogLevel, text: string): void {
    clearStatus()
    const stream = GRAVITY[at] >= GRAVITY.warn ? shell.stderr : shell.stdout
    stream.write(`${colored(text, COLORS[at], stream, shell)}\n`)
  }

  return {
    log: {
      debug: (topic, text) => inner.debug(topic, text),
      info: (topic, text) => inner.info(topic, text),
      warn: (topic, text, place) => inner.warn(topic, text, place),
      error: (topic, text, place) => inner.error(topic, text, place),
      get messages() {
        return inner.messages
      },
    },
    setLevel: (to) => {
      least = GRAVITY[to]
    },
    startOver: () => {
      inner = createLog(listen)
    },
    fail: (error, command, trace) => show('error', formatFailure(error, command, trace)),
    print: (text) => {
      clearStatus()
      shell.stdout.write(text)
    },
    status: (text) => {
      if (!shell.stdout.isTTY || shell.env.TERM === 'dumb' || least !== GRAVITY.info) return
      hasStatus = true
      shell.stdout.write(CLEAR_LINE + text)
    },
  }
}

/** `JEKYLL_LOG_LEVEL` where it names a level. */
export function levelOf(name: string | undefined): LogLevel | undefined {
  switch (name) {
    case 'debug':
    case 'info':
    case 'warn':
    case 'error':
      return name
    default:
      return undefined
  }
}

export function formatMessage({ topic, text, place }: Message): string {
  const lines = printable(text).split('\n')
  if (place?.line !== undefined) lines.push(formatPlace(place))
  return `${`${topic} `.padStart(TEXT_COLUMN)}${lines.join(`\n${' '.repeat(TEXT_COLUMN)}`)}`
}

/** What is wrong and where, without advice about the command. */
export function formatProblem(error: unknown): string {
  return error instanceof SiteError ? formatSiteError(error) : formatFault(error)
}

export function formatFailure(error: unknown, command: string, trace: boolean): string {
  const text = formatProblem(error)
  if (trace) return `${text}\n\n${stackOf(error)}`
  return `${text}\n\n${traceHint(command)}`
}

/**
 * `FILE:LINE:COLUMN: TOPIC MESSAGE`, the line with a caret, who asked for it,
 * and what to do. Without a place, a message like any other.
 */
function formatSiteError({ message, topic, place, sourceLine, trail, hint }: SiteError): string {
  const said = asJekyllSays(message, topic, place, trail)
  const details = [
    ...(place?.line !== undefined && sourceLine !== undefined
      ? ['', ...formatSourceLine(sourceLine, place.line, place.column)]
      : []),
    ...trail.map((from) => `  from ${formatPlace(from)}`),
    ...(hint === undefined ? [] : [`  ${printable(hint)}`]),
  ]
  if (place) return [`${formatPlace(place)}: ${printable(said)}`, ...details].join('\n')
  const headed = formatMessage({ level: 'error', topic: topic ?? 'Error:', text: message })
  const indented = details.map((line) => ' '.repeat(TEXT_COLUMN) + line.trimStart())
  return [headed, ...indented].join('\n')
}

/** Jekyll ends what Liquid says with the page or layout that was being rendered. */
function asJekyllSays(
  message: string,
  topic: string | undefined,
  place: Place | undefined,
  trail: readonly Place[],
): string {
  if (topic === undefined) return message
  const outermost = trail.findLast(({ line }) => line !== undefined) ?? place
  const isLiquid = topic === 'Liquid Exception:' && outermost !== undefined
  return isLiquid ? `${topic} ${message.trimEnd()} in ${outermost.file}` : `${topic} ${message}`
}

/** Not the user's doing, so all there is to show is the message. */
function formatFault(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return formatMessage({ level: 'error', topic: 'Error:', text })
}

function formatPlace({ file, line, column }: Place): string {
  const name = printable(file)
  if (line === undefined) return name
  return column === undefined ? `${name}:${line}` : `${name}:${line}:${column}`
}

const LONGEST_LINE = 120

/** The line behind its number, and a caret under `column`; of a long line, the part around it. */
function formatSourceLine(text: string, line: number, column: number | undefined): string[] {
  const start = column !== undefined && column > LONGEST_LINE / 2 ? column - LONGEST_LINE / 2 : 0
  const shown = printable(text.slice(start, start + LONGEST_LINE))
  const margin = `  ${line} | `
  if (column === undefined) return [margin + shown]
  const before = shown.slice(0, column - 1 - start)
  return [margin + shown, `${' '.repeat(margin.length) + blank(before)}^`]
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/

/** Space as wide as `text` is on a terminal. */
function blank(text: string): string {
  return [...text].map((sign) => (sign === '\t' ? '\t' : WIDE.test(sign) ? '  ' : ' ')).join('')
}

function traceHint(command: string): string {
  return formatMessage({
    level: 'error',
    topic: '',
    text: `Please append \`--trace\` to the \`${command}\` command \nfor any additional information or backtrace.`,
  })
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const stack = error.stack ?? error.message
  return error.cause === undefined ? stack : `${stack}\nCaused by: ${stackOf(error.cause)}`
}

/** Control characters but tab and line feed, shown as the signs Unicode has for them. */
function printable(text: string): string {
  return text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, (sign) => {
    const code = sign.charCodeAt(0)
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\u2421'
  })
}

function colored(text: string, color: string | undefined, stream: Stream, { env }: Shell): string {
  const isPlain = color === undefined || !stream.isTTY || Boolean(env.NO_COLOR)
  return isPlain ? text : `\x1b[${color}m${text}\x1b[0m`
}
