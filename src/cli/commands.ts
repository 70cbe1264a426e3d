/**
 * The commands by name. Each is loaded when it runs, so that `--version` does
 * not wait for a Markdown converter.
 */

import { BUILD_FLAGS, type Choices, type Flag, SERVE_FLAGS } from './options.ts'
import type { Report } from './report.ts'
import type { Shell } from './shell.ts'

export interface CommandContext {
  readonly shell: Shell
  readonly report: Report
  readonly choices: Choices
  /** What stands after the command and is no flag. */
  readonly words: readonly string[]
}

export type RunCommand = (context: CommandContext) => Promise<void>

export interface CommandEntry {
  readonly name: string
  readonly aliases: readonly string[]
  readonly description: string
  readonly flags: readonly Flag[]
  /** How `help` shows the words that may follow. */
  readonly operands?: string
  load(): Promise<RunCommand>
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'build',
    aliases: ['b'],
    description: 'Build your site',
    flags: BUILD_FLAGS,
    load: async () => (await import('./commands/build.ts')).runBuild,
  },
  {
    name: 'serve',
    aliases: ['server', 's'],
    description: 'Serve your site on this machine and build it again as it changes',
    flags: [...BUILD_FLAGS, ...SERVE_FLAGS],
    load: async () => (await import('./commands/serve.ts')).runServe,
  },
  {
    name: 'clean',
    aliases: [],
    description: 'Remove the built site and the cache, without building',
    flags: BUILD_FLAGS,
    load: async () => (await import('./commands/clean.ts')).runClean,
  },
  {
    name: 'highlight-css',
    aliases: [],
    description: 'Print a style sheet for highlighted code: light, dark or auto',
    flags: [],
    operands: '[theme]',
    load: async () => (await import('./commands/highlight-css.ts')).runHighlightCss,
  },
  {
    name: 'theme',
    aliases: [],
    operands: '<list|add|path> [name]',
    description: 'Show the themes on this machine, fetch one, or say where one lies',
    flags: [],
    load: async () => (await import('./commands/theme.ts')).runTheme,
  },
]
