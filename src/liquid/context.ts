/** What the tags and filters of one `Liquid` work with. */

import type { Liquid as LiquidJs } from 'liquidjs'
import type { Include } from '../site.ts'
import type { CalendarDate, Time, Zone } from '../util/dates.ts'
import type { FilterTable } from './filters/filter.ts'
import type { LiquidSetup, Origin } from './liquid.ts'
import type { CompiledTemplate } from './template.ts'
import type { World } from './world.ts'

export interface LiquidContext extends LiquidSetup {
  /** liquidjs: its parser, and the registry of tags and filters. */
  readonly engine: LiquidJs
  readonly filters: FilterTable
  readonly zone: Zone
  /** Writes dates in a format, which is read once. */
  format(date: Time | CalendarDate, format: string): string
  /** Where `date` looks for parts that a text does not say, and for `now`. */
  now(): Time
  /** Parses a text that is part of no file of its own, or again and again the same. */
  parse(text: string, origin: Origin, included?: string): CompiledTemplate
  /** An include's template, parsed once. */
  include(include: Include): CompiledTemplate
  /** The template of a file of the source, parsed once for each text. */
  parseFile(path: string, text: string): CompiledTemplate
  /** URLs by what `link` may ask for. */
  linkTargets(world: World): ReadonlyMap<string, string>
  /** `relative_url` of a text or of what has a URL, remembered. */
  relativeUrl(value: unknown): string | null
  absoluteUrl(value: unknown): string | null
}
