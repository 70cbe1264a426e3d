import { expect, test } from 'vitest'
import { buildSite } from '../support/site.ts'

const post = (day: number, title: string, text: string) => [
  `_posts/2024-01-0${day}-${title.toLowerCase()}.md`,
  `---\ntitle: ${title}\nlayout: related\n---\n${text}\n`,
]
const FILES = {
  ...Object.fromEntries([
    post(1, 'Bread', 'Flour, water, salt. Knead dough; heat an oven.'),
    post(2, 'Boats', 'Sails, keels, a harbour.'),
    post(3, 'Rolls', 'Small rolls of flour: knead dough.'),
    post(4, 'Tides', 'A tide lifts keels.'),
    post(5, 'Moss', 'Green, soft, slow.'),
  ]),
  '_layouts/related.html': '{{ site.related_posts | map: "title" | join: " " }}',
}

async function related(flags: Record<string, unknown>): Promise<Record<string, string>> {
  const site = await buildSite(FILES, { flags: { index_pages: false, ...flags } })
  return Object.fromEntries(
    [...site].map(([path, text]) => [path.slice('2024/01/01/'.length, -'.html'.length), text]),
  )
}

test('without lsi, related posts are the newest others', async () => {
  expect(await related({})).toEqual({
    bread: 'Moss Tides Rolls Boats',
    boats: 'Moss Tides Rolls Bread',
    rolls: 'Moss Tides Boats Bread',
    tides: 'Moss Rolls Boats Bread',
    moss: 'Tides Rolls Boats Bread',
  })
})

test('with lsi, related posts are the most alike, then the newest', async () => {
  expect(await related({ lsi: true })).toEqual({
    bread: 'Rolls Moss Tides Boats',
    boats: 'Tides Moss Rolls Bread',
    rolls: 'Bread Moss Tides Boats',
    tides: 'Boats Moss Rolls Bread',
    moss: 'Tides Rolls Boats Bread',
  })
})
