/** `theme`: what the gemspec of the site's theme says. */

import type { Theme } from '../../config/theme.ts'
import { Drop } from './drop.ts'

const KEYS = ['root', 'dependencies', 'authors', 'version', 'description', 'metadata'] as const

export class ThemeDrop extends Drop {
  readonly #theme: Theme

  constructor(theme: Theme) {
    super()
    this.#theme = theme
  }

  get(key: unknown): unknown {
    switch (key) {
      case 'authors':
        return this.#theme.authors.join(', ')
      case 'dependencies':
        return this.#theme.dependencies.map(
          ({ name, requirements }) => `${name} (${requirements.join(', ') || '>= 0'})`,
        )
      case 'root':
      case 'version':
      case 'description':
      case 'metadata':
        return this.#theme[key]
      default:
        return undefined
    }
  }

  keys(): readonly unknown[] {
    return KEYS
  }

  toText(): string {
    return 'Jekyll::Drops::ThemeDrop'
  }
}
