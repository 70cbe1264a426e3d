/**
 * `site.related_posts`: the ten newest other posts, as in Jekyll, or with `lsi`
 * the ten that are most alike.
 *
 * Jekyll's `lsi` asks a Ruby classifier, whose order nobody can foresee. Here
 * two posts are alike as far as they share words that few posts have: each post
 * is a direction in the space of words (by tf-idf), and the angle counts. Only
 * the most telling words of a post are kept, and only posts that share one are
 * compared. Of posts alike to the same degree, the newer comes first.
 */

import { withoutExcerpt } from '../liquid/excerpt-path.ts'
import { type Document, posts, type Renderable, type Site } from '../site.ts'

const HOW_MANY = 10

export type FindRelated = (item: Renderable) => readonly Document[]

/** Only posts have related posts. */
export function createRelatedPosts(site: Site): FindRelated {
  const newestFirst = [...posts(site)].reverse()
  const newest = newestFirst.slice(0, HOW_MANY)
  const others = newestFirst.slice(0, HOW_MANY + 1)
  let alike: FindRelated | undefined
  return (item) => {
    if (item.kind !== 'document' || item.collection !== 'posts') return []
    if (site.config.lsi) {
      alike ??= createLikeness(newestFirst)
      return alike(item)
    }
    const isAmong = newest.some(({ path }) => path === item.path)
    return isAmong ? others.filter(({ path }) => path !== item.path) : newest
  }
}

/** Words kept of a post: enough to tell what it is about. */
const TELLING_WORDS = 40
/** A word of this many posts or more tells too little to be worth a comparison. */
const COMMON = 200

type Weights = ReadonlyMap<string, number>

function createLikeness(newestFirst: readonly Document[]): FindRelated {
  const weights = new Map<string, Weights>()
  const postsOf = new Map<string, [post: Document, weight: number][]>()
  for (const [index, weight] of weigh(newestFirst.map(countWords)).entries()) {
    const post = newestFirst[index]
    if (!post) continue
    weights.set(post.path, weight)
    for (const [word, share] of weight) {
      const list = postsOf.get(word)
      if (list) list.push([post, share])
      else postsOf.set(word, [[post, share]])
    }
  }

  const age = new Map(newestFirst.map((post, index) => [post, index]))
  const ageOf = (post: Document) => age.get(post) ?? 0
  return ({ path }) => {
    const own = withoutExcerpt(path)
    const scores = new Map<Document, number>()
    for (const [word, share] of weights.get(own) ?? []) {
      const sharing = postsOf.get(word) ?? []
      if (sharing.length >= COMMON) continue
      for (const [post, other] of sharing) scores.set(post, (scores.get(post) ?? 0) + share * other)
    }
    const alike = [...scores]
      .sort(([a, more], [b, less]) => less - more || ageOf(a) - ageOf(b))
      .map(([post]) => post)
    const candidates = new Set([...alike, ...newestFirst.slice(0, HOW_MANY + 1)])
    return [...candidates].filter((post) => post.path !== own).slice(0, HOW_MANY)
  }
}

/** Titles, tags and categories say more than the text does. */
function countWords({ body, categories, data, tags }: Document): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (text: string, weight: number) => {
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]{3,40}/gu)) {
      counts.set(word, (counts.get(word) ?? 0) + weight)
    }
  }
  add(body, 1)
  add([data.get('title'), ...categories, ...tags].map(String).join(' '), 3)
  return counts
}

/** Of each text the telling words, as a vector of length one. */
function weigh(texts: readonly ReadonlyMap<string, number>[]): Weights[] {
  const spread = new Map<string, number>()
  for (const words of texts) {
    for (const word of words.keys()) spread.set(word, (spread.get(word) ?? 0) + 1)
  }
  return texts.map((words) => {
    const all = Array.from(words, ([word, count]): [string, number] => [
      word,
      (1 + Math.log(count)) * Math.log(texts.length / (spread.get(word) ?? 1)),
    ])
    const telling = all.sort(([, a], [, b]) => b - a).slice(0, TELLING_WORDS)
    const length = Math.hypot(...telling.map(([, weight]) => weight)) || 1
    return new Map(telling.map(([word, weight]) => [word, weight / length]))
  })
}
