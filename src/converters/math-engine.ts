/**
 * `math_engine: katex`: formulas are rendered at build, by the KaTeX that the
 * site has installed. The page then needs KaTeX's style sheet and no script.
 */

import type { Config } from '../config/config.ts'
import type { RenderMath } from '../markdown/options.ts'
import type { Log } from '../util/log.ts'
import { findPackage, importDefault } from '../util/packages.ts'
import { toPlain } from '../util/values.ts'

interface Katex {
  renderToString(formula: string, options: object): string
}

/** Undefined where formulas stay as they are, for MathJax in the browser. */
export async function loadMathEngine(config: Config, log: Log): Promise<RenderMath | undefined> {
  const given = config.kramdown.get('math_engine')
  const name = String(given ?? '').replace(/^:/, '')
  if (name === '' || name === 'nil' || name === 'mathjax') return undefined

  const file = name === 'katex' && !config.safe ? findPackage('katex', config.source) : undefined
  const katex = file === undefined ? undefined : await importDefault(file)
  if (isKatex(katex)) return (formula, display, options) => render(katex, formula, display, options)
  log.warn('Markdown:', `${reasonFor(name, config)} Formulas are left for MathJax.`)
  return undefined
}

function reasonFor(name: string, { safe }: Config): string {
  if (name !== 'katex') return `The math engine '${name}' is not known here.`
  return safe
    ? "The math engine 'katex' does not run in safe mode."
    : "The math engine 'katex' needs the package katex: run 'npm install katex' in the site."
}

function isKatex(value: unknown): value is Katex {
  return typeof value === 'object' && value !== null && 'renderToString' in value
}

/** A formula with a mistake is shown in red, as it was written. */
function render(
  katex: Katex,
  formula: string,
  display: boolean,
  options: ReadonlyMap<string, unknown>,
): string {
  const given = Array.from(options, ([key, value]) => [inCamelCase(key), toPlain(value)])
  return katex.renderToString(formula, {
    displayMode: display,
    throwOnError: false,
    ...Object.fromEntries(given),
  })
}

/** Options have Ruby's names in `_config.yml`, such as `throw_on_error`. */
function inCamelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase())
}
