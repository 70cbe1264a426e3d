import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { packageFolder } from '../conformance/compiled.mjs'

const MODULE = pathToFileURL(join(packageFolder(), 'highlight/highlight.js')).href

test('no language is loaded before there is a text', () => {
  expect(languagesLoadedBy('')).toEqual([])
  expect(languagesLoadedBy("highlight('x', 'plaintext'); highlight('x', 'nosuch')")).toEqual([])
})

test('a language is loaded when it is met, and those in it when they are', () => {
  expect(languagesLoadedBy("highlight('x', 'ruby'); highlight('y', 'rb')")).toEqual(['ruby.js'])
  expect(languagesLoadedBy("highlight('<p>', 'html')")).toEqual(['html.js'])
  expect(languagesLoadedBy("highlight('<style>a{}</style>', 'html')")).toEqual([
    'css.js',
    'html.js',
  ])
})

/** Node tells all files that a process ran where it is asked for their coverage. */
function languagesLoadedBy(program: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'newcomen-loading-'))
  try {
    const script = `import { highlight } from '${MODULE}'; ${program}`
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, NODE_V8_COVERAGE: folder },
    })
    const urls = readdirSync(folder).flatMap((file) => urlsIn(join(folder, file)))
    expect(urls).toContain(MODULE)
    const names = urls.map((url) => /\/languages\/([^/]+)$/.exec(url)?.[1])
    return names.filter((name) => name !== undefined).sort()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function urlsIn(file: string): string[] {
  const { result } = JSON.parse(readFileSync(file, 'utf8')) as { result: { url: string }[] }
  return result.map(({ url }) => url)
}
