/**
 * jekyll-target-blank: links that lead to other hosts open in a new tab.
 *
 * `target-blank:` may have `enabled: false`, `rel` and `add_css_classes` with
 * further values, and `noopener` or `noreferrer` as false.
 */

import { type Hash, isHash, type Plugin, type Renderable, type Site } from '../plugin.ts'
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
  if (options.get('enabled') === false || item.outputExtension !== '.html') return output
  if (item.kind === 'document' && !item.written) return output
  const own = hostOf(config.url ?? '')
  return inBody(output, (body) => {
    const nodes = parseHtml(body)
    const links = elementsOf(nodes).filter(({ attributes, name }) => {
      const host = name === 'a' ? hostOf(attributes.get('href') ?? '') : undefined
      return host !== undefined && host !== own
    })
    if (links.length === 0) return body
    for (const link of links) mark(link, options)
    return writeHtml(nodes)
  })
}

function hostOf(address: string): string | undefined {
  return /^https?:\/\/([^/?#]+)/i.exec(address)?.[1]?.toLowerCase()
}

function mark({ attributes }: Element, options: Hash): void {
  attributes.set('target', '_blank')
  const rel = ['noopener', 'noreferrer'].filter((word) => options.get(word) !== false)
  const all = [...rel, ...words(options.get('rel'))]
  if (all.length > 0) attributes.set('rel', all.join(' '))
  const classes = [...words(attributes.get('class')), ...words(options.get('add_css_classes'))]
  if (classes.length > 0) attributes.set('class', classes.join(' '))
}

function words(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : []
}
