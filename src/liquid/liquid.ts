/**
 * Liquid as Jekyll speaks it: templates in, text out.
 */

import type { Liquid as LiquidJs } from 'liquidjs'
import type { Config } from '../config/config.ts'
import type { Highlighter } from '../highlight/highlighter.ts'
import type { Plugin } from '../plugin.ts'
import type { Layout, Renderable } from '../site.ts'
import type { Log } from '../util/log.ts'
import type { Hash } from '../util/values.ts'
import { createContext } from './create-context.ts'
import { toSiteError } from './errors.ts'
import { createScopes } from './scope.ts'
import { isBlockTag } from './tags/register.ts'
import type { World } from './world.ts'

/** What the room needs from rooms above it. */
export interface LiquidSetup {
  readonly config: Config
  readonly log: Log
  /** Their tags and filters are registered in order; a later one wins. */
  readonly plugins: readonly Plugin[]
  /** Markdown to HTML, for `markdownify`. */
  convertMarkdown(text: string): string
  /** Quotes and dashes as kramdown's SmartyPants writes them, for `smartify`. */
  smartify(text: string): string
  /** For `sassify` and `scssify`. */
  convertSass(text: string, syntax: 'sass' | 'scss'): string
  /** What colours code; undefined for none. */
  readonly highlighter: Highlighter | undefined
  readonly meter?: Meter | undefined
}

/** Hears of every page, layout and include that was rendered, with all that is within it. */
export type Meter = (path: string, text: string, seconds: number) => void

/** Where a template's text comes from; `line` is the line of the file on which it begins. */
export interface Origin {
  readonly path: string
  readonly line: number
}

export interface Liquid {
  /** The registry for tags and filters that were written for liquidjs. */
  readonly engine: LiquidJs
  /** @throws SiteError for text that does not parse */
  parse(source: string, origin: Origin): Template
  /** Whether a tag of that name encloses a body, as excerpts need to know to close it. */
  isBlock(tagName: string): boolean
  /**
   * The variables of one item: its page and, afterwards, each of its layouts.
   * `more` stands beside `page` and `site`, and above them where names are equal.
   */
  createScope(world: World, item: Renderable, more?: Hash): Scope
}

export interface Template {
  /** @throws SiteError for a failing tag or filter */
  render(scope: Scope): string
}

/** One item's variables. What a template assigns is its own; counters last through the layouts. */
export interface Scope {
  readonly item: Renderable
  /** What `{{ content }}` is. */
  content: string | undefined
  /** What `layout` is: `data` of the layouts so far, inner over outer. */
  layout: Hash | undefined
}

export type { Layout, World }

export function createLiquid(setup: LiquidSetup): Liquid {
  const context = createContext(setup)
  const createScope = createScopes(setup.config)
  return {
    engine: context.engine,
    parse(source, origin) {
      try {
        return context.parse(source, origin)
      } catch (error) {
        throw toSiteError(error)
      }
    },
    isBlock: (tagName) => isBlockTag(tagName, setup.plugins),
    createScope,
  }
}
