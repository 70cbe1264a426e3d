/**
 * The flags of every command and the configuration keys they set.
 *
 * They are Jekyll's, with its names and letters; every flag beats the
 * configuration files.
 */

import { type Command, InvalidArgumentError, Option } from 'commander'
import type { OwnFlag } from './own-flags.ts'

export interface Flag {
  readonly flags: string
  readonly description: string
  /** The configuration key that the flag sets. */
  readonly key: string
  readonly parse?: (text: string) => unknown
}

/** Allowed with every command. */
export const COMMON_FLAGS: readonly Flag[] = [
  { flags: '-s, --source <DIR>', key: 'source', description: 'where the site is (default: ./)' },
  {
    flags: '-d, --destination <DIR>',
    key: 'destination',
    description: 'where the site goes (default: ./_site)',
  },
  { flags: '--safe', key: 'safe', description: 'run no plugins of the site' },
  {
    flags: '-p, --plugins <DIR[,DIR…]>',
    key: 'plugins_dir',
    description: 'folders of plugins (default: ./_plugins)',
    parse: parseList,
  },
  {
    flags: '--layouts <DIR>',
    key: 'layouts_dir',
    description: 'folder of layouts (default: ./_layouts)',
  },
  { flags: '--profile', key: 'profile', description: 'show what took how long' },
]

export const BUILD_FLAGS: readonly Flag[] = [
  { flags: '--future', key: 'future', description: 'publish posts with a future date' },
  {
    flags: '--limit_posts <N>',
    key: 'limit_posts',
    description: 'read only the newest N posts',
    parse: parseInteger,
  },
  { flags: '-w, --watch', key: 'watch', description: 'build again whenever something changes' },
  { flags: '--no-watch', key: 'watch', description: 'build once' },
  { flags: '-b, --baseurl <URL>', key: 'baseurl', description: 'path below which the site lives' },
  {
    flags: '--force_polling',
    key: 'force_polling',
    description: 'watch by looking again and again',
  },
  { flags: '--lsi', key: 'lsi', description: 'related posts by likeness' },
  { flags: '-D, --drafts', key: 'show_drafts', description: 'publish what is in _drafts' },
  { flags: '--unpublished', key: 'unpublished', description: 'publish what says published: false' },
  {
    flags: '--disable-disk-cache',
    key: 'disable_disk_cache',
    description: 'keep no cache on disk',
  },
  { flags: '-q, --quiet', key: 'quiet', description: 'say nothing but errors' },
  { flags: '-V, --verbose', key: 'verbose', description: 'say everything' },
  { flags: '-I, --incremental', key: 'incremental', description: 'build only what changed' },
  {
    flags: '--strict_front_matter',
    key: 'strict_front_matter',
    description: 'fail at front matter that cannot be read',
  },
]

export const SERVE_FLAGS: readonly Flag[] = [
  {
    flags: '-H, --host <HOST>',
    key: 'host',
    description: 'address to listen on (default: 127.0.0.1)',
  },
  {
    flags: '-P, --port <PORT>',
    key: 'port',
    description: 'port to listen on (default: 4000)',
    parse: parseInteger,
  },
  { flags: '-o, --open-url', key: 'open_url', description: 'open the site in a browser' },
  { flags: '--no-open-url', key: 'open_url', description: 'open nothing' },
  { flags: '-B, --detach', key: 'detach', description: 'serve in the background, once built' },
  { flags: '--no-detach', key: 'detach', description: 'serve in the foreground' },
  { flags: '--ssl-cert <CERT>', key: 'ssl_cert', description: 'certificate (X.509) for HTTPS' },
  { flags: '--ssl-key <KEY>', key: 'ssl_key', description: 'its private key' },
  {
    flags: '--show-dir-listing',
    key: 'show_dir_listing',
    description: "list a folder's files in place of its index",
  },
  {
    flags: '-l, --livereload',
    key: 'livereload',
    description: 'also speak the LiveReload protocol, for browser extensions',
  },
  { flags: '--no-livereload', key: 'livereload', description: 'leave open pages alone' },
  {
    flags: '--livereload-ignore <GLOB[,GLOB…]>',
    key: 'livereload_ignore',
    description: 'files of the source whose changes reload nothing',
    parse: parseList,
  },
  {
    flags: '--livereload-min-delay <SECONDS>',
    key: 'livereload_min_delay',
    description: 'shortest wait before a page connects again',
  },
  {
    flags: '--livereload-max-delay <SECONDS>',
    key: 'livereload_max_delay',
    description: 'longest wait before a page connects again',
  },
  {
    flags: '--livereload-port <PORT>',
    key: 'livereload_port',
    description: 'port of the LiveReload protocol (default: 35729)',
    parse: parseInteger,
  },
  { flags: '--skip-initial-build', key: 'skip_initial_build', description: 'serve what is there' },
]

/** Switches that Jekyll had once, and what to do now. */
export const OLD_SWITCHES: ReadonlyMap<string, string> = new Map([
  ['--server', "The --server command has been replaced by the 'serve' subcommand."],
  ['--no-server', "To build without serving, use the 'build' subcommand."],
  ['--auto', "The switch '--auto' has been replaced with '--watch'."],
  ['--no-auto', "To build once, leave '--watch' away or use '--no-watch'."],
  ['--pygments', "The setting 'pygments' is gone; set 'highlighter' in your config files."],
  ...['--paginate', '--url'].map((name): [string, string] => [
    name,
    `The '${name.slice(2)}' setting can only be set in your config files.`,
  ]),
])

export interface Choices {
  /** Configuration keys that flags set. */
  readonly overrides: ReadonlyMap<string, unknown>
  /** The files of `--config`; none for the usual one. */
  readonly configFiles: readonly string[]
  readonly trace: boolean
  /** The command's own flags that were given, by their long name without dashes. */
  readonly own: ReadonlyMap<string, unknown>
}

/** A letter in `taken` is left to another flag. */
export function addFlags(
  command: Command,
  flags: readonly (Flag | OwnFlag)[],
  taken: ReadonlySet<string> = new Set(),
): void {
  for (const flag of flags) {
    const [, short = ''] = /^-(\w), /.exec(flag.flags) ?? []
    const text = taken.has(short) ? flag.flags.slice('-x, '.length) : flag.flags
    const option = new Option(text, flag.description)
    if ('parse' in flag && flag.parse) option.argParser(flag.parse)
    command.addOption(option)
  }
}

/** The letters that `flags` use. */
export function lettersOf(flags: readonly OwnFlag[]): ReadonlySet<string> {
  return new Set(flags.flatMap(({ flags: text }) => /^-(\w), /.exec(text)?.[1] ?? []))
}

export function addConfigFlag(command: Command): void {
  command.addOption(
    new Option('--config <FILE[,FILE…]>', 'configuration files, later over earlier').argParser(
      parseList,
    ),
  )
}

/** What the user chose, before the command's name or after it; what stands after it wins. */
export function readChoices(
  command: Command,
  flags: readonly Flag[],
  ownFlags: readonly OwnFlag[],
): Choices {
  const given = { ...command.parent?.opts(), ...command.opts() }
  const values = new Map<string, unknown>(Object.entries(given))
  const chosen = (text: string) => values.get(new Option(text).attributeName())
  const overrides = new Map<string, unknown>()
  for (const { flags: text, key } of flags) {
    const value = chosen(text)
    if (value !== undefined) overrides.set(key, value)
  }
  const own = new Map<string, unknown>()
  for (const { flags: text } of ownFlags) {
    const value = chosen(text)
    if (value !== undefined) own.set(new Option(text).name(), value)
  }
  const files = values.get('config')
  return {
    overrides,
    configFiles: Array.isArray(files) ? files.map(String) : [],
    trace: values.get('trace') === true,
    own,
  }
}

function parseList(text: string): string[] {
  return text.split(',').map((entry) => entry.trim())
}

function parseInteger(text: string): number {
  if (/^-?\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It should be a whole number.')
}
