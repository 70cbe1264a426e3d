/**
 * The commands by name. Each is loaded when it runs, so that `--version` does
 * not wait for a Markdown converter.
 */

import { BUILD_FLAGS, type Choices, type Flag, SERVE_FLAGS } from './options.ts'
import * as own from './own-flags.ts'
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
  readonly aliases?: readonly string[]
  /** What follows the name, as the help shows it, such as `NAME`. */
  readonly argument?: string
  readonly description: string
  /** Flags that set the configuration, besides those that every command has. */
  readonly flags?: readonly Flag[]
  readonly ownFlags?: readonly own.OwnFlag[]
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
    description: 'Remove the built site and the cache, without building',
    flags: BUILD_FLAGS,
    load: async () => (await import('./commands/clean.ts')).runClean,
  },
  {
    name: 'highlight-css',
    argument: '[theme]',
    description: 'Print a style sheet for highlighted code: light, dark or auto',
    load: async () => (await import('./commands/highlight-css.ts')).runHighlightCss,
  },
  {
    name: 'theme',
    argument: '<list|add|path> [name]',
    description: 'Show the themes on this machine, fetch one, or say where one lies',
    load: async () => (await import('./commands/theme.ts')).runTheme,
  },
  {
    name: 'doctor',
    aliases: ['hyde'],
    description: 'Look for what is wrong with your site',
    ownFlags: own.DOCTOR_FLAGS,
    load: async () => (await import('./commands/doctor.ts')).runDoctor,
  },
  {
    name: 'migrate',
    description: 'Say what of a Jekyll site works as it is, and what to change',
    ownFlags: own.MIGRATE_FLAGS,
    load: async () => (await import('./commands/migrate.ts')).runMigrate,
  },
  {
    name: 'new',
    argument: 'PATH',
    description: 'Make a new site at PATH',
    ownFlags: own.NEW_FLAGS,
    load: async () => (await import('./commands/new.ts')).runNew,
  },
  {
    name: 'new-theme',
    argument: 'NAME',
    description: 'Make the frame of a theme',
    ownFlags: own.NEW_THEME_FLAGS,
    load: async () => (await import('./commands/new-theme.ts')).runNewTheme,
  },
  {
    name: 'draft',
    argument: 'NAME',
    description: 'Make a draft called NAME',
    ownFlags: own.CREATE_FLAGS,
    load: async () => (await import('./commands/create.ts')).runDraft,
  },
  {
    name: 'post',
    argument: 'NAME',
    description: 'Make a post called NAME',
    ownFlags: own.POST_FLAGS,
    load: async () => (await import('./commands/create.ts')).runPost,
  },
  {
    name: 'page',
    argument: 'NAME',
    description: 'Make a page called NAME',
    ownFlags: own.CREATE_FLAGS,
    load: async () => (await import('./commands/create.ts')).runPage,
  },
  {
    name: 'compose',
    argument: 'NAME',
    description: 'Make a document called NAME in any collection',
    ownFlags: own.COMPOSE_FLAGS,
    load: async () => (await import('./commands/create.ts')).runCompose,
  },
  {
    name: 'publish',
    argument: 'DRAFT_PATH',
    description: 'Make a post of a draft',
    ownFlags: own.PUBLISH_FLAGS,
    load: async () => (await import('./commands/move.ts')).runPublish,
  },
  {
    name: 'unpublish',
    argument: 'POST_PATH',
    description: 'Make a draft of a post',
    ownFlags: own.UNPUBLISH_FLAGS,
    load: async () => (await import('./commands/move.ts')).runUnpublish,
  },
  {
    name: 'rename',
    argument: 'PATH NAME',
    description: 'Give a file another name and title',
    ownFlags: own.RENAME_FLAGS,
    load: async () => (await import('./commands/move.ts')).runRename,
  },
]
