/** Static files, collections, and what `jekyll` is. */

import { join } from 'node:path'
import type { Key } from '../../cache/reads.ts'
import type { Config } from '../../config/config.ts'
import type { Collection, StaticFile } from '../../site.ts'
import { staticFilePath } from '../../urls/link-targets.ts'
import { inspect } from '../values.ts'
import type { World } from '../world.ts'
import { Drop } from './drop.ts'

const FILE_KEYS = ['name', 'collection', 'basename', 'extname', 'path', 'modified_time'] as const

export class StaticFileDrop extends Drop {
  readonly #file: StaticFile
  readonly #world: World
  readonly #key: Key

  constructor(file: StaticFile, world: World) {
    super()
    this.#file = file
    this.#world = world
    this.#key = world.key('file', file.path)
  }

  get(key: unknown): unknown {
    this.#world.noteKey(this.#key)
    const { collection, data, modified, path } = this.#file
    const name = path.slice(path.lastIndexOf('/') + 1)
    const dot = name.lastIndexOf('.')
    switch (key) {
      case 'name':
        return name
      case 'collection':
        return collection
      case 'basename':
        return dot > 0 ? name.slice(0, dot) : name
      case 'extname':
        return dot > 0 ? name.slice(dot) : ''
      case 'path':
        return staticFilePath(this.#file, this.#world.site.config)
      case 'modified_time':
        return modified
      default:
        return data.get(key)
    }
  }

  keys(): readonly unknown[] {
    this.#world.noteKey(this.#key)
    return [...FILE_KEYS, ...this.#file.data.keys()]
  }

  toText(): string {
    return 'Jekyll::Drops::StaticFileDrop'
  }
}

const COLLECTION_KEYS = ['label', 'files', 'docs', 'relative_directory', 'directory', 'output']

export class CollectionDrop extends Drop {
  readonly #collection: Collection
  readonly #config: Config
  readonly #docs: () => readonly unknown[]
  readonly #files: readonly unknown[]

  constructor(
    collection: Collection,
    config: Config,
    docs: () => readonly unknown[],
    files: readonly unknown[],
  ) {
    super()
    this.#collection = collection
    this.#config = config
    this.#docs = docs
    this.#files = files
  }

  get(key: unknown): unknown {
    const { label, metadata, output } = this.#collection
    switch (key) {
      case 'label':
        return label
      case 'files':
        return this.#files
      case 'docs':
        return this.#docs()
      case 'relative_directory':
        return `_${label}`
      case 'directory':
        return join(this.#config.source, this.#collection.directory)
      case 'output':
        return output
      default:
        return metadata.get(key)
    }
  }

  keys(): readonly unknown[] {
    const more = [...this.#collection.metadata.keys()]
    return [...COLLECTION_KEYS, ...more.filter((key) => !COLLECTION_KEYS.includes(String(key)))]
  }

  toText(): string {
    return inspect(this.#docs())
  }
}

/** The version that templates may ask for is that of the reference. */
const JEKYLL_VERSION = '4.3.1'

export class JekyllDrop extends Drop {
  readonly #environment: string

  constructor(environment: string) {
    super()
    this.#environment = environment
  }

  get(key: unknown): unknown {
    if (key === 'version') return JEKYLL_VERSION
    return key === 'environment' ? this.#environment : undefined
  }

  /** A loop over it finds nothing. */
  keys(): readonly unknown[] {
    return []
  }

  toText(): string {
    return 'Jekyll::Drops::JekyllDrop'
  }

  override entries(): [unknown, unknown][] {
    return [
      ['version', JEKYLL_VERSION],
      ['environment', this.#environment],
    ]
  }
}
