/**
 * A page as templates see it: a hash of its front matter and a few keys more.
 *
 * While a page is rendered its own `content` stays what it was at the start;
 * seen from elsewhere it is what it is at that moment.
 */

import type { Page } from '../../site.ts'
import type { Hash } from '../../util/values.ts'
import type { World } from '../world.ts'

export function pageHash(page: Page, content: string): Hash {
  const hash: Hash = new Map(page.data)
  return addKeys(hash, page, content)
}

function addKeys(hash: Hash, page: Page, content: string): Hash {
  hash.set('content', content)
  hash.set('dir', page.dir)
  hash.set('excerpt', page.data.get('excerpt') ?? null)
  hash.set('name', page.name)
  hash.set('path', page.shownPath ?? page.path)
  hash.set('url', page.url)
  return hash
}

/** In `site.pages`. */
export class ListedPage extends Map<unknown, unknown> {
  readonly #page: Page
  readonly #world: World

  constructor(page: Page, world: World) {
    super(pageHash(page, ''))
    this.#page = page
    this.#world = world
  }

  override get(key: unknown): unknown {
    return key === 'content' ? this.#world.content(this.#page) : super.get(key)
  }

  override *entries(): MapIterator<[unknown, unknown]> {
    for (const [key] of super.entries()) yield [key, this.get(key)]
  }

  override *values(): MapIterator<unknown> {
    for (const [, value] of this.entries()) yield value
  }

  override [Symbol.iterator](): MapIterator<[unknown, unknown]> {
    return this.entries()
  }
}
