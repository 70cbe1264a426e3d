/**
 * What LibSass writes: `[{name, text, style, syntax, css}]`. A stylesheet is text
 * of no file, so it imports nothing.
 */

import { load } from '../compiled.mjs'
import { unifiedDiff } from '../diff.mjs'

export const packs = ['test/conformance/sass/cases.json']

export function read(text) {
  return JSON.parse(text)
}

export async function run(cases, { dist }) {
  const { compileSass } = await load(dist, 'converters/sass-compile.js')
  const faults = new Map()
  for (const { css, name, style, syntax, text } of cases) {
    const answer = compileSass({
      compiler: 'sass',
      text,
      options: {
        syntax: syntax === 'sass' ? 'indented' : 'scss',
        manner: 'sassc',
        style,
        loadPaths: [],
        sourceMap: false,
        quietDeps: false,
      },
    })
    const got = 'what' in answer ? `${answer.message}\n` : `${answer.css}\n`
    if (got.trimEnd() !== css.trimEnd()) faults.set(name, unifiedDiff(css, got))
  }
  return faults
}

export function show({ style, text }) {
  return `${style}:\n${text}`
}

export function reason() {
  return 'Dart Sass has worked out something else, or does not keep what LibSass writes'
}
