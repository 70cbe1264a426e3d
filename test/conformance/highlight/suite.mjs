/**
 * What Rouge writes inside `code`: `[{lang, code, html}]`, where `html: null`
 * means that no lexer has that name.
 */

import { load } from '../compiled.mjs'
import { unifiedDiff } from '../diff.mjs'

export const packs = ['test/conformance/highlight/cases.json']

/** A case has no name of its own: it is the language and a number. */
export function read(text) {
  const counts = new Map()
  return JSON.parse(text).map((entry) => {
    const count = (counts.get(entry.lang) ?? 0) + 1
    counts.set(entry.lang, count)
    return { name: `${entry.lang}/${count}`, ...entry }
  })
}

export async function run(cases, { dist }) {
  const { highlight } = await load(dist, 'highlight/highlight.js')
  const faults = new Map()
  for (const { name, lang, code, html } of cases) {
    const got = highlight(code, lang) ?? null
    if (got === html) continue
    faults.set(name, unifiedDiff(shown(html), shown(got)))
  }
  return faults
}

export function show({ lang, code }) {
  return `${lang}:\n${code}`
}

export function reason({ lang }) {
  return `${lang.split('?')[0]}: tokens come from a borrowed grammar, not from a lexer of our own`
}

function shown(html) {
  return html ?? '(no such language)\n'
}
