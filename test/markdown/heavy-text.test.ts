import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createKramdown } from '../../src/markdown/kramdown.ts'
import { compiledFolder } from '../conformance/compiled.mjs'

const PROGRAM = fileURLToPath(new URL('heavy-text.mjs', import.meta.url))
const MINUTES = 120_000

test('200 KB of anything take two seconds and 500 MB at most', { timeout: MINUTES }, () => {
  const command = ['--max-old-space-size=450', PROGRAM, compiledFolder()]
  const lines = execFileSync(process.execPath, command, { encoding: 'utf8' }).trim().split('\n')
  const results = lines.map((line): [string, number, number] => JSON.parse(line))
  expect(results.length).toBe(23)
  expect(results.filter(([, seconds, megabytes]) => seconds > 2 || megabytes > 500)).toEqual([])
})

test('quotes and lists nest hundreds of levels deep', () => {
  const kramdown = createKramdown()
  const quotes = (count: number): string =>
    count === 0
      ? `${'  '.repeat(600)}<p>a</p>\n`
      : `${'  '.repeat(600 - count)}<blockquote>\n${quotes(count - 1)}${'  '.repeat(600 - count)}</blockquote>\n`
  expect(kramdown(`${'> '.repeat(600)}a`)).toBe(quotes(600))
  expect(kramdown(`${'- '.repeat(300)}a`).match(/<ul>/g)).toHaveLength(300)
})

test('what nests deeper still is text, and nothing overflows', () => {
  const kramdown = createKramdown()
  const html = kramdown(`${'> '.repeat(5000)}a`)
  expect(html.match(/<blockquote>/g)).toHaveLength(800)
  expect(html.match(/&gt;/g)).toHaveLength(4200)
})
