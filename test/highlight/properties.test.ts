import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { highlight } from '../../src/highlight/highlight.ts'
import { growth, OPENERS, randomTexts, shuffledText, textOf, truncations } from './properties.mjs'

const FOLDER = new URL('../../src/highlight/languages/', import.meta.url)
const OWN = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts') && file !== 'borrowed.ts')
  .map((file) => file.slice(0, -3))
const LANGUAGES = [...OWN, 'plaintext', 'php?start_inline=1', 'console?lang=ruby']

const SNIPPETS: readonly { lang: string; code: string }[] = JSON.parse(
  readFileSync(new URL('../conformance/highlight/cases.json', import.meta.url), 'utf8'),
)
/** Code of every kind: most of it is wrong in most languages. */
const ALL = SNIPPETS.map(({ code }) => code)

/** As long as a large file of source code. */
const LENGTH = 30_000

describe.each(LANGUAGES)('%s', (language) => {
  const own = SNIPPETS.filter(({ lang }) => lang === language.replace(/\?.*/, ''))
  const text = shuffledText(own.length > 0 ? own.map(({ code }) => code) : ALL, LENGTH, 3)
  const inLanguage = (code: string) => highlight(code, language)!

  test('keeps the text of large files, right and wrong', () => {
    for (const code of [text, shuffledText(ALL, LENGTH, 5), ALL.join('')]) {
      expect(textOf(inLanguage(code))).toBe(code)
    }
  })

  test('keeps the text of truncated files', () => {
    for (const code of [...truncations(text.slice(0, 3000), 150), ...truncations(text, 10)]) {
      expect(textOf(inLanguage(code))).toBe(code)
    }
  })

  test('keeps the text of bytes without sense', () => {
    for (const code of [...randomTexts(20, 500, 7), ...randomTexts(2, LENGTH, 9)]) {
      expect(textOf(inLanguage(code))).toBe(code)
    }
  })

  test('takes time in step with the length, whatever stays open', () => {
    const hostile = OPENERS.map((opener) => opener.repeat(Math.ceil(16_000 / opener.length)))
    const grown = [text, ...hostile].map((code) => [code.slice(0, 12), growth(inLanguage, code)])
    expect(grown.filter(([, times]) => Number(times) > 24)).toEqual([])
  })
})
