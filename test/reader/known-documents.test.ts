import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { coreConverters } from '../../src/converters/core.ts'
import { read } from '../../src/reader/read.ts'
import { Time } from '../../src/util/dates.ts'
import { createLog } from '../../src/util/log.ts'
import type { Hash } from '../../src/util/values.ts'
import { type Files, makeSite } from '../support/site.ts'
import { documentsOf, warningsOf } from './read-site.ts'

/** Reads one site again and again: each time what is asked of its posts, and what the log says. */
async function readings(files: Files) {
  const folder = await makeSite(files)
  const config = await loadConfig({
    cwd: folder,
    env: {},
    flags: { timezone: 'UTC' },
    log: createLog(),
  })
  const converters = await coreConverters(config, createLog(), undefined)
  let memory: ReturnType<typeof read>['memory'] | undefined
  return (time: Time) => {
    const log = createLog()
    const answer = read({ config: { ...config, time }, converters, log }, memory)
    memory = answer.memory
    return { posts: documentsOf(answer.site, 'posts'), warnings: warningsOf(log) }
  }
}

const NOON = Time.utc(2024, 6, 1, 12)
const LATER = Time.utc(2024, 6, 1, 18)
const NEXT_DAY = Time.utc(2024, 6, 2, 12)

test('what one build changes in a document, the next does not see', async () => {
  const readAgain = await readings({
    '_posts/2024-01-31-a.md': '---\ntags: [one]\nmore: {deep: [1]}\n---\nText\n',
  })
  const [first] = readAgain(NOON).posts
  first!.data.set('title', 'Changed')
  ;(first!.tags as unknown[]).push('two')
  ;(first!.data.get('more') as Hash).set('deep', 'gone')
  first!.body = 'Changed\n'
  first!.url = '/changed.html'

  const [second] = readAgain(LATER).posts
  expect(second).toMatchObject({ body: 'Text\n', tags: ['one'], url: '/2024/01/31/a.html' })
  expect(second!.data.get('title')).toBe('A')
  expect(second!.data.get('more')).toEqual(new Map([['deep', [1]]]))
  expect(second!.data.get('tags')).toBe(second!.tags)
})

test('a post whose hour has come is there', async () => {
  const readAgain = await readings({
    '_posts/2024-06-01-soon.md': '---\ndate: 2024-06-01 15:00:00 +0000\n---\n',
  })
  expect(readAgain(NOON).posts).toEqual([])
  expect(readAgain(LATER).posts.map(({ path }) => path)).toEqual(['_posts/2024-06-01-soon.md'])
})

test('a date without a day has that of each build', async () => {
  const readAgain = await readings({ '_posts/2024-01-31-a.md': '---\ndate: "10:30"\n---\n' })
  const dates = [NOON, LATER, NEXT_DAY].map((time) => `${readAgain(time).posts[0]?.date}`)
  expect(dates).toEqual([
    '2024-06-01 10:30:00 +0000',
    '2024-06-01 10:30:00 +0000',
    '2024-06-02 10:30:00 +0000',
  ])
})

test('a mistake is told of until it is mended', async () => {
  const readAgain = await readings({ '_posts/2024-01-31-a.md': '---\ntitle: "open\n---\n' })
  const { warnings } = readAgain(NOON)
  expect(warnings).toHaveLength(1)
  expect(readAgain(LATER).warnings).toEqual(warnings)
})
