/**
 * Colours as LibSass writes those that it has worked out: whole channels, as a
 * name where there is one, else as a number. Dart Sass writes the same colour with
 * fractions of a percent.
 */

import { loadPackage } from '../../util/packages.ts'

export interface Colors {
  /** For `rgb(…)`, `rgba(…)`, `hsl(…)` and `hsla(…)` with nothing but numbers. */
  function(text: string): string
  /** For `#fff` and the like. */
  hex(text: string): string
  /** For a word, which need not be a colour. */
  word(text: string): string
}

/** `isWritten` tells whether a stylesheet has a word: what it has not was worked out. */
export function createColors(isCompressed: boolean, isWritten: (word: string) => boolean): Colors {
  const names = colorNames()
  const others = SECOND_NAMES.filter(([name]) => !isWritten(name))
  const second = new Map<string, string>(others)
  const shortest = (hex: string, name: string | undefined): string => {
    const short = hex.replace(/^#(\w)\1(\w)\2(\w)\3$/, '#$1$2$3')
    return name !== undefined && name.length <= short.length ? name : short
  }

  return {
    function(text) {
      const color = readFunction(text)
      if (!color) return text
      const { alpha, channels } = color
      if (alpha < 1) return `rgba(${[...channels, alpha].join(isCompressed ? ',' : ', ')})`
      const hex = hexOf(channels)
      const name = names.byHex.get(hex)
      return isCompressed ? shortest(hex, name) : (name ?? hex)
    },
    hex(text) {
      if (!isCompressed || (text.length !== 4 && text.length !== 7)) return text
      const whole = text.length === 4 ? text.replaceAll(/\w/g, '$&$&') : text
      const name = names.byHex.get(whole.toLowerCase())
      const short = shortest(whole.toLowerCase(), name)
      return name !== undefined || short.length < text.length ? short : text
    },
    word(name) {
      const text = second.get(name) ?? name
      if (!isCompressed) return text
      if (text.toLowerCase() === 'transparent') return 'rgba(0,0,0,0)'
      const hex = names.hexOf.get(text.toLowerCase())
      return hex === undefined ? text : shortest(hex, text)
    },
  }
}

/** `#0008` as `rgba(0, 0, 0, 0.533333)`. */
export function rgbaOf(hex: string): string {
  const digits = hex.length === 5 ? hex.replaceAll(/\w/g, '$&$&') : hex
  const [red = 0, green = 0, blue = 0, alpha = 0] = [1, 3, 5, 7].map((at) =>
    Number.parseInt(digits.slice(at, at + 2), 16),
  )
  return `rgba(${red}, ${green}, ${blue}, ${Number((alpha / 255).toPrecision(6))})`
}

/** Of two names for a colour each takes another. */
const SECOND_NAMES = [
  ['aqua', 'cyan'],
  ['fuchsia', 'magenta'],
] as const

interface Names {
  /** Where two names mean the same colour, the later one. */
  readonly byHex: ReadonlyMap<string, string>
  readonly hexOf: ReadonlyMap<string, string>
}

function colorNames(): Names {
  const { default: list } = loadPackage('color-name') as ColorList
  const hexOfName = Object.entries(list).map(([name, channels]) => [name, hexOf(channels)] as const)
  return { hexOf: new Map(hexOfName), byHex: new Map(hexOfName.map(([name, hex]) => [hex, name])) }
}

/** The package has no types of its own. */
interface ColorList {
  readonly default: Readonly<Record<string, readonly [number, number, number]>>
}

interface Color {
  /** Red, green and blue, whole numbers up to 255. */
  readonly channels: readonly number[]
  readonly alpha: number
}

function readFunction(text: string): Color | undefined {
  const parts = text.slice(text.indexOf('(') + 1, -1).split(', ')
  if (!text.endsWith(')') || parts.length < 3) return undefined
  const channels = text.startsWith('hsl') ? fromHsl(parts) : parts.slice(0, 3).map(channelOf)
  return { channels, alpha: Number(Number(parts[3] ?? 1).toPrecision(6)) }
}

function channelOf(text: string): number {
  const number = Number.parseFloat(text)
  return bounded(text.endsWith('%') ? number * 2.55 : number)
}

/** Dart Sass writes ten digits, of which the last would move a half across the border. */
function bounded(channel: number): number {
  return Math.min(255, Math.max(0, Math.round(Number(channel.toFixed(5)))))
}

/** Hue in degrees, saturation and lightness in percent. */
function fromHsl(parts: readonly string[]): number[] {
  const [hue = 0, saturation = 0, lightness = 0] = parts.map((part) => Number.parseFloat(part))
  const light = lightness / 100
  const spread = (saturation / 100) * Math.min(light, 1 - light)
  const turn = (((hue / 30) % 12) + 12) % 12
  return [0, 8, 4].map((offset) => {
    const at = (turn + offset) % 12
    return bounded((light - spread * Math.max(-1, Math.min(at - 3, 9 - at, 1))) * 255)
  })
}

function hexOf(channels: readonly number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
