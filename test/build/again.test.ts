/**
 * The promise of building again: after any edits, a build that knows the last
 * one writes what a build that knows nothing writes, byte for byte.
 */

import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Build, build } from '../../src/build.ts'
import { loadConfig } from '../../src/config/load.ts'
import { createEngine, type Engine } from '../../src/engine.ts'
import type { Converter } from '../../src/plugin.ts'
import { Time } from '../../src/util/dates.ts'
import { SiteError } from '../../src/util/errors.ts'
import { createLog } from '../../src/util/log.ts'
import { createDice, EDITED_SITE, edit } from '../support/edits.ts'
import { makeSite, readFolder } from '../support/site.ts'

async function engineFor(folder: string, destination: string): Promise<Engine> {
  const log = createLog()
  const flags = { time: Time.at(Date.UTC(2024, 5, 1) / 1000), destination }
  return createEngine(await loadConfig({ cwd: folder, env: {}, flags, log }), log)
}

/** A build that may fail for a mistake of the writer's, which then keeps what it knew. */
async function tryBuild(engine: Engine, previous?: Build): Promise<Build | string> {
  try {
    return await build(engine, previous)
  } catch (error) {
    if (error instanceof SiteError) return error.message
    throw error
  }
}

test.each([1])(
  '500 edits, seed %i: building again equals building anew',
  async (seed) => {
    const folder = await makeSite(EDITED_SITE)
    const again = await engineFor(folder, '_again')
    const dice = createDice(seed)
    let last = await build(again)
    for (let edits = 0; edits < 500; ) {
      for (let burst = 1 + dice(25); burst > 0; burst--, edits++) edit(folder, dice)
      const answer = await tryBuild(again, last)
      rmSync(join(folder, '_anew'), { recursive: true, force: true })
      const anew = await tryBuild(await engineFor(folder, '_anew'))
      if (typeof answer === 'string' || typeof anew === 'string') {
        expect(answer).toBe(anew)
        continue
      }
      last = answer
      const files = await readFolder(join(folder, '_again'))
      expect(files).toEqual(await readFolder(join(folder, '_anew')))
    }
    expect(existsSync(join(folder, '_again/index.html'))).toBe(true)
  },
  120_000,
)

test('a file that is written twice within a moment is read twice', async () => {
  const folder = await makeSite({ 'a.md': '---\n---\none\n' })
  const engine = await engineFor(folder, '_site')
  writeFileSync(join(folder, 'a.md'), '---\n---\ntwo\n')
  const first = await build(engine)
  writeFileSync(join(folder, 'a.md'), '---\n---\nsix\n')
  await build(engine, first)
  expect((await readFolder(join(folder, '_site'))).get('a.html')).toBe('<p>six</p>\n')
})

test('a build that was said to be the last is no help to another, and no harm', async () => {
  const folder = await makeSite({
    'a.md': '---\n---\none\n',
    'b.md': '---\n---\n{% include b.html %}\n',
    '_includes/b.html': 'b',
  })
  const engine = await engineFor(folder, '_site')
  const last = await build(engine, undefined, { isLast: true })
  writeFileSync(join(folder, 'a.md'), '---\n---\ntwo\n')
  const after = await build(engine, last)
  writeFileSync(join(folder, '_includes/b.html'), 'bee')
  await build(engine, after, { isLast: true })
  expect(await readFolder(join(folder, '_site'))).toEqual(
    new Map([
      ['a.html', '<p>two</p>\n'],
      ['b.html', '<p>bee</p>\n'],
    ]),
  )
})

test('a text is not converted again for its layout', async () => {
  const page = (text: string) => `---\nlayout: a\n---\n${text}\n`
  const folder = await makeSite({
    'plain.md': page('plain'),
    'liquid.md': page('{{ page.layout }}'),
    '_layouts/a.html': '1 {{ content }}',
  })
  const converted: string[] = []
  const noting = (converter: Converter): Converter => ({
    ...converter,
    convert(text, context) {
      if (converter.name === 'markdown') converted.push(text)
      return converter.convert(text, context)
    },
  })
  const plain = await engineFor(folder, '_site')
  const engine = { ...plain, converters: plain.converters.map(noting) }
  const first = await build(engine)
  writeFileSync(join(folder, '_layouts/a.html'), '2 {{ content }}')
  const second = await build(engine, first)
  writeFileSync(join(folder, 'plain.md'), page('fancy'))
  await build(engine, second)
  expect(converted).toEqual(['a\n', 'plain\n', 'a\n', 'fancy\n'])
  const files = await readFolder(join(folder, '_site'))
  expect([files.get('plain.html'), files.get('liquid.html')]).toEqual([
    '2 <p>fancy</p>\n',
    '2 <p>a</p>\n',
  ])
})

test('what else is written into the destination does not outlast a build', async () => {
  const folder = await makeSite({ 'a.md': '---\n---\none\n' })
  const engine = await engineFor(folder, '_site')
  const first = await build(engine)
  writeFileSync(join(folder, '_site/a.html'), '<p>evil</p>\n')
  const second = await build(engine, first)
  expect([second.changed, await readFolder(join(folder, '_site'))]).toEqual([
    ['a.html'],
    new Map([['a.html', '<p>one</p>\n']]),
  ])
})
