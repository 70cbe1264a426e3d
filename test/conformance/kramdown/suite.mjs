/**
 * What Jekyll's Markdown converter writes: `[{name?, text, kramdown?, html_jekyll}]`.
 * `kramdown` is that section of `_config.yml`.
 *
 * The test cases of kramdown itself are read from beside the checkout, where
 * they exist; they are not part of this repository.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from '../compiled.mjs'
import { unifiedDiff } from '../diff.mjs'

export const packs = [
  'test/conformance/kramdown/guide-examples.json',
  'test/conformance/kramdown/own-cases.json',
  '../shared/kramdown/cases.json',
]

/** The guide's examples have a section and no name. */
export function read(text) {
  const counts = new Map()
  return JSON.parse(text).map((entry) => {
    if (entry.section === undefined) return { ...entry, name: nameOf(entry) }
    const count = (counts.get(entry.section) ?? 0) + 1
    counts.set(entry.section, count)
    return { ...entry, name: `guide ${entry.section} #${count}` }
  })
}

function nameOf({ suite, name }) {
  return suite === undefined ? name : `${suite}: ${name}`
}

export async function run(cases, { dist, spans }) {
  const converters = new Map()
  const faults = new Map()
  for (const { name, text, kramdown = {}, html_jekyll } of cases) {
    const key = JSON.stringify(kramdown)
    const convert = converters.get(key) ?? (await createConverter(dist, kramdown))
    converters.set(key, convert)
    const fault = faultOf(() => convert(text), html_jekyll, spans)
    if (fault) faults.set(name, fault)
  }
  return faults
}

function faultOf(convert, expected, spans) {
  try {
    const html = convert()
    return spans
      ? unifiedDiff(expected, html)
      : unifiedDiff(withoutSpans(expected), withoutSpans(html))
  } catch (error) {
    return error.stack
  }
}

/** The converter that a site has which configures kramdown and nothing else. */
async function createConverter(dist, kramdown) {
  const { createEngine, createLog, loadConfig } = await load(dist, 'index.js')
  const cwd = mkdtempSync(join(tmpdir(), 'newcomen-kramdown-'))
  try {
    const log = createLog()
    const config = await loadConfig({ cwd, env: {}, flags: { kramdown }, log })
    const { converters } = await createEngine(config, log)
    const markdown = converters.find((converter) => converter.matches('.md'))
    return (text) => {
      const html = markdown.convert(text, { config, path: 'case.md', line: 1 })
      return typeof html === 'string' ? html : html.text
    }
  } finally {
    rmSync(cwd, { recursive: true })
  }
}

/** Code without its tokens, for a look at the Markdown alone. */
export function withoutSpans(html) {
  return html.replace(/(<code[^>]*>)(.*?)(?=<\/code>)/gs, (_all, open, code) => {
    return open + code.replace(/<\/?span[^>]*>/g, '')
  })
}

export function show({ text }) {
  return text
}

export function reason({ category, section }, fault) {
  if (!differsBeyondTokens(fault))
    return 'tokens come from a borrowed grammar, not from a lexer of our own'
  return `${category ?? section}: a detail differs`
}

/** Whether anything but token spans differs. */
function differsBeyondTokens(fault) {
  const side = (mark) =>
    fault
      .split('\n')
      .filter((line) => line.startsWith(mark) && !line.startsWith(mark.repeat(3)))
      .map((line) => line.slice(1).replace(/<\/?span[^>]*>/g, ''))
      .join('\n')
  return side('-') !== side('+')
}
