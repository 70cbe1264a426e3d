/** The HTML of formulas: for MathJax to find, rendered already, or for nobody in particular. */

import { escapeCode } from './escape.ts'
import { withClass, writeAttributes } from './html.ts'
import type { Token } from './markdown-it.ts'
import type { KramdownOptions } from './options.ts'

export function writeMathBlock(token: Token, indent: string, options: KramdownOptions): string {
  if (options.mathEngine === null) {
    const attributes = writeAttributes(withClass(token, 'kdmath'))
    return `${indent}<div${attributes}>$$\n${token.content}\n$$</div>\n`
  }
  const rendered = renderMath(token, true, options)
  if (rendered !== undefined) return `${indent}${rendered}\n`
  const html = `\\[${escapeCode(token.content)}\\]\n`
  return token.attrs ? `${indent}<div${writeAttributes(token)}>${html}</div>\n` : html
}

export function writeMathSpan(token: Token, options: KramdownOptions): string {
  if (options.mathEngine === null) {
    return `<span${writeAttributes(withClass(token, 'kdmath'))}>$${token.content}$</span>`
  }
  const rendered = renderMath(token, false, options)
  if (rendered !== undefined) return rendered
  if (token.attrs) return `<span${writeAttributes(token)}>$${token.content}$</span>`
  return `\\(${escapeCode(token.content)}\\)`
}

/** Attributes go into the first tag, before its own. */
function renderMath(token: Token, display: boolean, options: KramdownOptions): string | undefined {
  if (options.mathEngine === 'mathjax' || !options.renderMath) return undefined
  const html = options.renderMath(token.content, display, options.mathEngineOptions)
  return html.replace(/^<[^\s>]+/, (start) => start + writeAttributes(token))
}
