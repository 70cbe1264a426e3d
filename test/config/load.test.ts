import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Config } from '../../src/config/config.ts'
import { type LoadConfigOptions, loadConfig } from '../../src/config/load.ts'
import { SiteError } from '../../src/util/errors.ts'
import { createLog, type Log } from '../../src/util/log.ts'
import { toHash, WholeFloat } from '../../src/util/values.ts'
import { type Files, makeSite } from '../support/site.ts'

interface Loaded {
  readonly config: Config
  readonly folder: string
  /** What the log said, the site's folder shown as `<SITE>`. */
  readonly said: readonly string[]
}

type Options = Omit<LoadConfigOptions, 'cwd' | 'log'>

async function load(files: Files, options: Options = {}): Promise<Loaded> {
  const folder = await makeSite(files)
  const log = createLog()
  const config = await loadConfig({ env: {}, ...options, cwd: folder, log })
  return { config, folder, said: spoken(log, folder) }
}

function spoken({ messages }: Log, folder: string): string[] {
  return messages.map(({ level, topic, text }) =>
    `${level}: ${topic} ${text}`.replaceAll(folder, '<SITE>').replaceAll('\\', '/'),
  )
}

async function failure(files: Files, options: Options = {}): Promise<SiteError> {
  const folder = await makeSite(files)
  try {
    await loadConfig({ env: {}, ...options, cwd: folder, log: createLog() })
  } catch (error) {
    if (error instanceof SiteError) return error
    throw error
  }
  throw new Error('nothing failed')
}

describe('files', () => {
  test('a site without a configuration goes by the defaults', async () => {
    const { config, folder, said } = await load({})
    expect(said).toEqual(['warn: Configuration file: none'])
    expect(config).toMatchObject({
      source: folder,
      destination: join(folder, '_site'),
      configFiles: [],
      environment: 'development',
      collectionsDir: '',
      pluginsDirs: ['_plugins'],
      layoutsDir: '_layouts',
      include: ['.htaccess'],
      keepFiles: ['.git', '.svn'],
      markdownExtensions: ['markdown', 'mkdown', 'mkdn', 'mkd', 'md'],
      permalink: 'date',
      limitPosts: 0,
      excerptSeparator: '\n\n',
      showDrafts: false,
      diskCache: true,
      paginate: undefined,
      baseurl: undefined,
      timezone: undefined,
      time: undefined,
      liquid: { errorMode: 'warn', strictFilters: false, strictVariables: false },
    })
    expect(config.data.get('port')).toBe('4000')
    expect(config.data.get('show_drafts')).toBeNull()
  })

  test.each([
    ['_config.yml', '_config.yaml'],
    ['_config.yaml', '_config.toml'],
  ])('%s is read before %s', async (first, second) => {
    const { config, said } = await load({ [first]: 'title: first', [second]: "title = 'second'" })
    expect(config.data.get('title')).toBe('first')
    expect(config.configFiles).toEqual([first])
    expect(said).toEqual([`info: Configuration file: <SITE>/${first}`])
  })

  test('TOML gives the same kinds of values', async () => {
    const toml = `
title = "Bench"
count = 3
share = 2.0
when = 2024-01-02T03:04:05+02:00
day = 2024-01-02

[nest]
list = [1, 2.5]
`
    const { data } = (await load({ '_config.toml': toml })).config
    expect(data.get('title')).toBe('Bench')
    expect(data.get('count')).toBe(3)
    expect(data.get('share')).toEqual(new WholeFloat(2))
    expect(String(data.get('when'))).toBe('2024-01-02 03:04:05 +0200')
    expect(String(data.get('day'))).toBe('2024-01-02')
    expect(data.get('nest')).toEqual(toHash({ list: [1, 2.5] }))
  })

  test('named files are merged in order; mappings deeply, lists are replaced, null changes nothing', async () => {
    const { config } = await load(
      {
        'base.yml': 'title: Base\nnest: {a: 1, b: 1}\nlist: [1, 2]\nkept: yes',
        'local.yml': 'title: Local\nnest: {b: 2}\nlist: [3]\nkept:',
      },
      { configFiles: ['base.yml', 'local.yml'] },
    )
    const { data } = config
    expect(['title', 'nest', 'list', 'kept'].map((key) => data.get(key))).toEqual([
      'Local',
      toHash({ a: 1, b: 2 }),
      [3],
      true,
    ])
    expect(config.configFiles).toEqual(['base.yml', 'local.yml'])
  })

  test('a named file that is missing is fatal', async () => {
    const error = await failure({}, { configFiles: ['gone.yml'] })
    expect(error.topic).toBe('Fatal:')
    expect(error.message).toMatch(/^The configuration file '.*gone\.yml' could not be found\.$/)
  })

  test.each([
    [
      'another type of file',
      'settings.ini',
      'title=x',
      /^warn: {2}No parser for '<SITE>\/settings.ini'/,
    ],
    [
      'no mapping',
      'list.yml',
      '- a',
      /^warn: {2}Configuration file: \(INVALID\) <SITE>\/list.yml$/,
    ],
  ])('%s is passed over with a warning', async (_what, name, text, second) => {
    const { config, said } = await load({ [name]: text }, { configFiles: [name] })
    expect(said[0]).toBe(
      'warn: WARNING: Error reading configuration. Using defaults (and options).',
    )
    expect(said[1]).toMatch(second)
    expect(config.data.get('title')).toBeUndefined()
  })

  test('an empty file is an empty configuration', async () => {
    const { config } = await load({ '_config.yml': '' })
    expect(config.configFiles).toEqual(['_config.yml'])
  })

  test('unreadable YAML is an error with its place', async () => {
    const error = await failure({ '_config.yml': 'title: x\nurl: http: //x\n' })
    expect(error).toMatchObject({
      topic: 'YAML Exception:',
      message: 'mapping values are not allowed in this context',
      place: { file: '_config.yml', line: 2, column: 10 },
      sourceLine: 'url: http: //x',
    })
  })

  test('unreadable TOML is an error with its place', async () => {
    const error = await failure({ '_config.toml': 'title = "x"\nurl = \n' })
    expect(error).toMatchObject({ place: { file: '_config.toml', line: 2 }, sourceLine: 'url = ' })
  })

  test('a file that is not UTF-8 is an error', async () => {
    const error = await failure({ '_config.yml': new Uint8Array([0x61, 0x3a, 0x20, 0xe9]) })
    expect(error.message).toMatch(/_config\.yml' is not UTF-8\.$/)
  })

  test('a folder in place of the file is an error', async () => {
    const error = await failure({ '_config.yml/x.txt': 'x' })
    expect(error.message).toMatch(/_config\.yml' is a folder\.$/)
  })
})

describe('layers', () => {
  test('flags beat files', async () => {
    const { config } = await load(
      { '_config.yml': 'baseurl: /old\nlimit_posts: 5\nfuture: true' },
      { flags: { baseurl: '/new', limit_posts: 1, show_drafts: true } },
    )
    expect(config).toMatchObject({ baseurl: '/new', limitPosts: 1, future: true, showDrafts: true })
    expect(config.data.get('baseurl')).toBe('/new')
  })

  test('the environment is JEKYLL_ENV', async () => {
    const { config } = await load({}, { env: { JEKYLL_ENV: 'production' } })
    expect(config.environment).toBe('production')
  })

  test('null keeps the default and unknown keys stay', async () => {
    const { config } = await load({
      '_config.yml': 'permalink:\nkramdown:\nindex_pages: {tags: false}\nyes: 1\n2: two\n',
    })
    expect(config.permalink).toBe('date')
    expect(config.kramdown.get('input')).toBe('GFM')
    expect(config.data.get('index_pages')).toEqual(toHash({ tags: false }))
    expect(config.data.get('true')).toBe(1)
    expect(config.data.get('2')).toBe('two')
  })

  test('excludes are added to the built-in ones', async () => {
    const { config } = await load({ '_config.yml': 'exclude: [drafts, node_modules]' })
    expect(config.exclude).toEqual([
      'drafts',
      'node_modules',
      '.sass-cache',
      '.jekyll-cache',
      'gemfiles',
      'Gemfile',
      'Gemfile.lock',
      'vendor/bundle/',
      'vendor/cache/',
      'vendor/gems/',
      'vendor/ruby/',
    ])
    expect(config.data.get('exclude')).toEqual(config.exclude)
  })
})

describe('collections', () => {
  test('posts come first, are written and follow the style of the site', async () => {
    const { config } = await load({
      '_config.yml':
        'permalink: pretty\ncollections: {tools: {output: true}, posts: {output: false}, notes: }',
    })
    expect([...config.collections]).toEqual([
      ['posts', toHash({ output: true, permalink: '/:categories/:year/:month/:day/:title/' })],
      ['tools', toHash({ output: true })],
      ['notes', new Map()],
    ])
  })

  test('a list of labels is enough', async () => {
    const { config } = await load({ '_config.yml': 'collections: [tools, notes]' })
    expect([...config.collections.keys()]).toEqual(['posts', 'tools', 'notes'])
  })

  test('posts keep a permalink of their own', async () => {
    const { config } = await load({
      '_config.yml': 'collections: {posts: {permalink: "/b/:title"}}',
    })
    expect(config.collections.get('posts')?.get('permalink')).toBe('/b/:title')
  })
})

describe('folders', () => {
  test('source and destination are found from the working folder', async () => {
    const { config, folder } = await load({ '_config.yml': 'source: src\ndestination: public' })
    expect(config.source).toBe(join(folder, 'src'))
    expect(config.destination).toBe(join(folder, 'public'))
    expect(config.data.get('source')).toBe('src')
  })

  test('the source of a flag is where the configuration is read', async () => {
    const { config } = await load(
      { '_config.yml': 'title: Outer', 'src/_config.yml': 'title: Inner' },
      { flags: { source: 'src' } },
    )
    expect(config.data.get('title')).toBe('Inner')
    expect(config.configFiles).toEqual([join('src', '_config.yml')])
  })

  test.each([
    ['../../etc', 'etc'],
    ['/abs/layouts', 'abs/layouts'],
    ['theme/./x/', 'theme/x'],
    ['.', ''],
  ])('a layouts folder %j stays inside of the source', async (written, folder) => {
    const { config } = await load({ '_config.yml': `layouts_dir: '${written}'` })
    expect(config.layoutsDir).toBe(folder)
  })

  test('plugin folders are found from the working folder', async () => {
    const { config } = await load({}, { flags: { source: 'src', plugins_dir: ['src/a', 'b'] } })
    expect(config.pluginsDirs).toEqual(['a', '../b'])
  })

  test.each(['.', '..', '/', 'src/..'])('the destination %j is refused', async (destination) => {
    const error = await failure({ '_config.yml': `title: x\ndestination: ${destination}` })
    expect(error).toMatchObject({
      message: 'Destination directory cannot be or contain the Source directory.',
      place: { file: '_config.yml', line: 2, column: 1 },
    })
  })

  test('a destination beside or below the source is fine', async () => {
    const { config, folder } = await load({}, { flags: { source: 'src', destination: 'src2' } })
    expect([config.source, config.destination]).toEqual([join(folder, 'src'), join(folder, 'src2')])
  })
})

describe('times', () => {
  test('a fixed time is shown in the zone of the site', async () => {
    const { config } = await load({
      '_config.yml': 'timezone: Asia/Tokyo\ntime: 2020-03-01 10:00:00\nsince: 2020-01-01 00:00:00',
    })
    expect(String(config.time)).toBe('2020-03-01 19:00:00 +0900')
    expect(String(config.data.get('since'))).toBe('2020-01-01 09:00:00 +0900')
  })

  test('a day begins at midnight there', async () => {
    const { config } = await load({ '_config.yml': 'timezone: Asia/Tokyo\ntime: 2020-03-01' })
    expect(String(config.time)).toBe('2020-03-01 00:00:00 +0900')
  })
})

describe('wrong types', () => {
  test.each([
    ['plugins: jekyll-feed', `'plugins' should be set as an array, but was: "jekyll-feed".`],
    ['exclude: README', `'exclude' should be set as an array, but was: "README".`],
    ['exclude:', `'exclude' should be set as an array, but was: nil.`],
    ['include: {a: 1}', `'include' should be set as an array, but was: {"a"=>1}.`],
    ['keep_files: .git', `'keep_files' should be set as an array, but was: ".git".`],
    ['collections: 7', 'Your `collections` key must be a hash or an array.'],
    ['permalink: 7', `'permalink' should be set as a string, but was: 7.`],
    ['kramdown: GFM', `'kramdown' should be set as a hash, but was: "GFM".`],
    ['limit_posts: many', `'limit_posts' should be set as a whole number, but was: "many".`],
    ['limit_posts: -2', 'limit_posts must be a non-negative number'],
    ['paginate: [2]', `'paginate' should be set as a whole number, but was: [2].`],
    ['paginate: few', `'paginate' should be set as a whole number, but was: "few".`],
    ['time: someday', "Invalid date 'someday': Invalid time in _config.yml."],
  ])('%s', async (line, message) => {
    const error = await failure({ '_config.yml': `# mine\ntitle: x\n${line}\nlast: 1\n` })
    expect(error).toMatchObject({
      message,
      place: { file: '_config.yml', line: 3, column: 1 },
      sourceLine: line,
    })
  })

  test('a key inside of a mapping is found', async () => {
    const error = await failure({ '_config.yml': 'error_mode: x\nliquid:\n  error_mode: loud\n' })
    expect(error).toMatchObject({
      message: `'liquid.error_mode' should be set as one of warn, lax, strict, but was: "loud".`,
      place: { file: '_config.yml', line: 3, column: 3 },
    })
  })

  test('the last of several files that has the key is named', async () => {
    const error = await failure(
      { 'a.yml': 'exclude: [a]', 'b.yml': 'title: x\nexclude: b', 'c.yml': 'url: c' },
      { configFiles: ['a.yml', 'b.yml', 'c.yml'] },
    )
    expect(error.place).toEqual({ file: 'b.yml', line: 2, column: 1 })
  })

  test('a theme that is no text is left out with a warning', async () => {
    const { config, said } = await load({ '_config.yml': 'theme: 7' })
    expect(config.theme).toBeUndefined()
    expect(said).toContain(
      "warn: Theme: value of 'theme' in config should be String to use gem-based themes, but got Integer",
    )
  })

  test('relative permalinks are refused', async () => {
    const error = await failure({ '_config.yml': 'relative_permalinks: true' })
    expect(error.message).toMatch(
      /^Since v3\.0, permalinks for pages in subfolders must be relative/,
    )
  })
})

test.each([
  ['"9"', 9],
  ['2.5', 2],
  ['3.0', 3],
  ['~', undefined],
])('paginate: %s is %s to a page', async (written, count) => {
  const { config } = await load({ '_config.yml': `paginate: ${written}\n` })
  expect(config.paginate).toBe(count)
})
