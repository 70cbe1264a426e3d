/**
 * Flags that belong to one command and set nothing in the configuration.
 *
 * They are those of Jekyll and jekyll-compose. A letter that is taken here, such
 * as the `-d` of a date, no longer stands for a flag that every command has.
 */

export interface OwnFlag {
  readonly flags: string
  readonly description: string
}

const FORCE: OwnFlag = { flags: '-f, --force', description: 'overwrite a file that is there' }
const DATE: OwnFlag = { flags: '-d, --date <DATE>', description: 'date, instead of now' }
const TIMESTAMP: OwnFlag = {
  flags: '--timestamp-format <FORMAT>',
  description: 'how the date is written, such as "%Y-%m-%d %H:%M %z"',
}

export const DOCTOR_FLAGS: readonly OwnFlag[] = [
  { flags: '--json', description: 'print what was found as JSON' },
]

export const NEW_FLAGS: readonly OwnFlag[] = [
  { flags: '--force', description: 'write even where PATH is not empty' },
  { flags: '--blank', description: 'only the frame of a site' },
  { flags: '--skip-bundle', description: 'leave fetching the theme to the first build' },
]

export const MIGRATE_FLAGS: readonly OwnFlag[] = [
  {
    flags: '--write',
    description: 'add package.json, the entries of exclude, and a workflow for Pages',
  },
]

export const NEW_THEME_FLAGS: readonly OwnFlag[] = [
  { flags: '-c, --code-of-conduct', description: 'with a code of conduct' },
]

export const CREATE_FLAGS: readonly OwnFlag[] = [
  { flags: '-x, --extension <EXTENSION>', description: 'extension of the file (default: md)' },
  { flags: '-l, --layout <LAYOUT>', description: 'layout to name in the front matter' },
  FORCE,
]

export const POST_FLAGS: readonly OwnFlag[] = [...CREATE_FLAGS, DATE, TIMESTAMP]

export const COMPOSE_FLAGS: readonly OwnFlag[] = [
  ...CREATE_FLAGS,
  DATE,
  TIMESTAMP,
  { flags: '-c, --collection <COLLECTION>', description: 'collection to put it into' },
  { flags: '--post', description: 'make a post (default)' },
  { flags: '--draft', description: 'make a draft' },
]

export const PUBLISH_FLAGS: readonly OwnFlag[] = [FORCE, DATE, TIMESTAMP]

export const UNPUBLISH_FLAGS: readonly OwnFlag[] = [FORCE]

export const RENAME_FLAGS: readonly OwnFlag[] = [
  FORCE,
  DATE,
  { flags: '--now', description: 'with the date of now' },
]
