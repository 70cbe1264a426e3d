/**
 * A page as templates see it: a hash of its front matter and a few keys more.
 *
 * Its content and excerpt are what they are at the moment of asking.
 */

import type { Page } from '../../site.ts'
import type { Hash } from '../../util/values.ts'

/** What is asked of a page that is not in its front matter. */
export interface PageTexts {
  content(): string
  excerpt(): unknown
  /** Says that something of the page was read. */
  noteItem(): void
}

export class PageHash extends Map<unknown, unknown> {
  readonly #texts: PageTexts

  constructor(page: Page, data: Hash, texts: PageTexts) {
    super(data)
    this.#texts = texts
    for (const [key, value] of page.takenBack ?? []) {
      if (data.get(key) === null) this.set(key, value)
    }
    this.set('content', '')
    this.set('dir', page.dir)
    this.set('excerpt', data.get('excerpt') ?? null)
    this.set('name', page.name)
    this.set('path', page.shownPath ?? page.path)
    this.set('url', page.url)
  }

  override get(key: unknown): unknown {
    this.#texts.noteItem()
    if (key === 'content') return this.#texts.content()
    const value = super.get(key)
    return key === 'excerpt' ? (value ?? this.#texts.excerpt() ?? null) : value
  }

  override has(key: unknown): boolean {
    this.#texts.noteItem()
    return super.has(key)
  }

  override keys(): MapIterator<unknown> {
    this.#texts.noteItem()
    return super.keys()
  }

  override *entries(): MapIterator<[unknown, unknown]> {
    for (const key of this.keys()) yield [key, this.get(key)]
  }

  override *values(): MapIterator<unknown> {
    for (const key of this.keys()) yield this.get(key)
  }

  override [Symbol.iterator](): MapIterator<[unknown, unknown]> {
    return this.entries()
  }
}
