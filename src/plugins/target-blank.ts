/**
 * jekyll-target-blank: links that lead to other hosts open in a new tab.
 *
 * `target-blank:` may have `css_class`, which only such links then have, `rel` and
 * `add_css_classes` with further values, and `noopener` or `noreferrer` as false.
 * As with the gem, a body that has any link is written anew as a whole.
 */

import { type Hash, isHash, isTruthy, type Plugin, type Renderable, type Site } from '../plugin.ts'
import { type Element, elementsOf, inBody, parseHtml, writeHtml } from './html.ts'

const targetBlank: Plugin = {
  name: 'jekyll-target-blank',
  isPure: true,
  hooks: { pages: { post_render: markLinks }, documents: { post_render: markLinks } },
}

export default targetBlank

function markLinks(item: Renderable, output: string, { config }: Site): string {
  const written = config.data.get('target-blank')
  const options: Hash = isHash(written) ? written : new Map()
  if (!output.includes('<a') || !isHtml(item)) return output
  const own = hostOf(config.url ?? '')
  return inBody(output, (body) => {
    const nodes = parseHtml(body)
    for (const element of elementsOf(nodes)) {
      if (isWanted(element, options, own)) mark(element, options)
    }
    return writeHtml(nodes)
  })
}

function isHtml(item: Renderable): boolean {
  if (item.kind === 'document' && !item.written) return false
  return item.outputExtension === '.html' || String(item.data.get('permalink') ?? '').endsWith('/')
}

function isWanted({ attributes, name }: Element, options: Hash, own: string | undefined): boolean {
  const host = name === 'a' ? hostOf(attributes.get('href') ?? '') : undefined
  if (host === undefined || host === own) return false
  const needed = options.get('css_class')
  return !isTruthy(needed) || words(attributes.get('class')).includes(String(needed))
}

/** Without the port and what stands before an `@`. */
function hostOf(address: string): string | undefined {
  return /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(address)?.[1]?.toLowerCase()
}

function mark({ attributes }: Element, options: Hash): void {
  const add = (name: string, values: readonly unknown[]) => {
    const value = values.filter((each) => isTruthy(each) && each !== '').join(' ')
    if (value !== '') attributes.set(name, value)
  }
  const rel = ['noopener', 'noreferrer'].filter((word) => options.get(word) !== false)
  attributes.set('target', '_blank')
  add('rel', [attributes.get('rel'), ...rel, options.get('rel')])
  if (isTruthy(options.get('add_css_classes'))) {
    add('class', [options.get('add_css_classes'), attributes.get('class')])
  }
}

function words(text = ''): string[] {
  return text.split(/\s+/).filter(Boolean)
}
