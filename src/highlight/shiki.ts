/**
 * `highlighter: shiki`: code coloured by the Shiki that the site has installed,
 * in one of its themes.
 *
 * Shiki itself loads with promises and is made ready before the first page; the
 * grammar of a language loads when a page first has a text of it, at once.
 */

import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { SiteError } from '../util/errors.ts'
import { nearest } from '../util/nearest.ts'
import { findPackage } from '../util/packages.ts'
import type { CodeFrame, Highlighter } from './highlighter.ts'
import { lineTable } from './lines.ts'
import { findLanguage } from './registry.ts'
import { escapeText } from './tokens.ts'

/** `{ theme: 'nord' }`, or `{ themes: { light: 'github-light', dark: 'github-dark' } }`. */
export type ShikiThemes =
  | { readonly theme: string }
  | { readonly themes: Readonly<Record<string, string>> }

/** What we use of the package. */
interface Shiki {
  readonly bundledLanguagesInfo: readonly {
    readonly id: string
    readonly aliases?: readonly string[]
  }[]
  readonly bundledThemes: Readonly<Record<string, unknown>>
  createHighlighter(options: { themes: string[]; langs: string[] }): Promise<Instance>
}

interface Instance {
  loadLanguageSync(grammars: unknown): void
  codeToHtml(code: string, options: object): string
}

/**
 * Undefined where the package is not installed in `source` or a folder above it.
 *
 * @throws SiteError for a theme that Shiki does not have
 */
export async function loadShiki(
  source: string,
  themes: ShikiThemes,
): Promise<Highlighter | undefined> {
  const file = findPackage('shiki', source)
  if (file === undefined) return undefined
  const shiki: Shiki = await import(pathToFileURL(file).href)
  const names = 'theme' in themes ? [themes.theme] : Object.values(themes.themes)
  for (const name of names) checkTheme(shiki, name)
  const instance = await shiki.createHighlighter({ themes: names, langs: [] })
  const load = grammarLoader(shiki, instance, file)

  return {
    name: 'shiki',
    frame: frameOf(instance, themes),
    highlight(code, written, { lineNumbers } = {}) {
      const language = written.replace(/\?.*/s, '')
      const html = load(language)
        ? colour(instance, code, language, themes)
        : withoutColour(code, language)
      return html !== undefined && lineNumbers ? lineTable(html, code, lineNumbers) : html
    },
  }
}

function checkTheme({ bundledThemes }: Shiki, name: string): void {
  if (Object.hasOwn(bundledThemes, name)) return
  const near = nearest(name, Object.keys(bundledThemes))
  throw new SiteError(`Shiki has no theme '${name}'`, {
    place: { file: '_config.yml' },
    hint: near ? `Did you mean '${near}'?` : 'Its themes are listed at https://shiki.style/themes.',
  })
}

/** Loads the grammar of a name once; the answer is whether Shiki has one. */
function grammarLoader(shiki: Shiki, instance: Instance, file: string): (name: string) => boolean {
  const require = createRequire(file)
  const loaded = new Set<string>()
  const files = new Map(
    shiki.bundledLanguagesInfo.flatMap(({ id, aliases = [] }) =>
      [id, ...aliases].map((name) => [name, id] as const),
    ),
  )
  return (name) => {
    if (loaded.has(name)) return true
    const id = files.get(name)
    if (id === undefined) return false
    const { default: grammars } = require(`shiki/langs/${id}.mjs`) as { default: unknown }
    instance.loadLanguageSync(grammars)
    loaded.add(name)
    return true
  }
}

/** Shiki's lines end in `<br>` where it writes no `pre` of its own. */
function colour(instance: Instance, code: string, lang: string, themes: ShikiThemes): string {
  return instance
    .codeToHtml(code, { ...themes, lang, structure: 'inline' })
    .replaceAll('<br>', '\n')
}

/** A name that Rouge knows stays known, so that its block looks like others. */
function withoutColour(code: string, language: string): string | undefined {
  return findLanguage(language) && escapeText(code)
}

/** What Shiki would write on a `pre` of its own: the theme's name and background. */
function frameOf(instance: Instance, themes: ShikiThemes): CodeFrame {
  const html = instance.codeToHtml('', { ...themes, lang: 'text' })
  const [, names = 'shiki', style = ''] = /^<pre class="([^"]*)" style="([^"]*)"/.exec(html) ?? []
  return { class: names, style }
}
