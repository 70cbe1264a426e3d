import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createLog } from '../../src/util/log.ts'
import { buildFolder, buildSite, makeSite, readFolder } from '../support/site.ts'
import { type Entry, makeCache, makeGem, makeTar, serveFiles, serveGem } from './make-archive.ts'

const THEME: readonly Entry[] = [
  { path: '_layouts/default.html', text: '<tea>{{ content }}</tea>' },
  { path: '_includes/foot.html', text: 'foot' },
  { path: '_sass/tea.scss', text: '.tea { color: green }' },
  { path: 'assets/style.scss', text: "---\n---\n@import 'tea';" },
  { path: 'assets/cup.svg', text: '<svg/>' },
  { path: '_config.yml', text: 'tint: green\npermalink: pretty\n' },
  { path: 'lib/tea.rb', text: 'exit' },
]
const SITE = {
  '_config.yml': 'theme: tea\nsass: {style: compressed, sourcemap: never}\n',
  'index.html':
    '---\nlayout: default\n---\n{{ site.tint }} {{ theme.version }} {{ theme.authors }} {% include foot.html %}',
}
const BUILT = (version = '', authors = '') =>
  new Map([
    ['assets/cup.svg', '<svg/>'],
    ['assets/style.css', '.tea{color:green}\n'],
    ['index.html', `<tea>green ${version} ${authors} foot</tea>`],
  ])
const themeIn = (folder: string) =>
  Object.fromEntries(THEME.map(({ path, text = '' }) => [`${folder}/${path}`, text]))

describe('a theme on this machine', () => {
  test('in _themes of the site', async () => {
    expect(await buildSite({ ...SITE, ...themeIn('_themes/tea') })).toEqual(BUILT())
  })

  test('as an npm package', async () => {
    const output = await buildSite({
      ...SITE,
      ...themeIn('node_modules/tea'),
      'node_modules/tea/package.json': '{"name": "tea", "version": "3.1.0", "author": "Ida"}',
    })
    expect(output).toEqual(BUILT('3.1.0', 'Ida'))
  })

  test('a package of that name which has no layouts is not meant', async () => {
    const files = { ...SITE, 'node_modules/tea/package.json': '{"name": "tea"}' }
    await expect(
      buildSite(files, { env: { NEWCOMEN_OFFLINE: '1', NEWCOMEN_CACHE: makeCache() } }),
    ).rejects.toThrow('The tea theme could not be found.')
  })

  test('as a gem in vendor/bundle, in the version of the lock', async () => {
    const gems = 'vendor/bundle/ruby/3.1.0'
    const spec = (version: string) =>
      `s.name = "tea"\ns.version = "${version}"\ns.authors = ["Ida"]\n`
    const output = await buildSite({
      ...SITE,
      'Gemfile.lock': 'GEM\n  specs:\n    tea (1.2.0)\n',
      [`${gems}/specifications/tea-1.2.0.gemspec`]: spec('1.2.0'),
      [`${gems}/specifications/tea-1.3.0.gemspec`]: spec('1.3.0'),
      ...themeIn(`${gems}/gems/tea-1.2.0`),
      ...themeIn(`${gems}/gems/tea-1.3.0`),
    })
    expect(output).toEqual(BUILT('1.2.0', 'Ida'))
  })

  test('in the folder that the Gemfile names', async () => {
    const output = await buildSite({
      ...SITE,
      '_config.yml': `${SITE['_config.yml']}exclude: [pot]\n`,
      Gemfile: "gem 'tea', path: 'pot'\n",
      ...themeIn('pot'),
    })
    expect(output).toEqual(BUILT())
  })

  test('none, where a second file says false', async () => {
    const files = {
      '_config.yml': 'theme:\nremote_theme: false\n',
      'a.html': '---\n---\n{{ site.theme }}x',
    }
    expect((await buildSite(files)).get('a.html')).toBe('x')
  })

  test('a folder that is a link out of the theme does not count', async () => {
    const folder = await makeSite({
      '_config.yml': 'theme: tea\n',
      'index.html': '---\nlayout: default\n---\nx',
      '_themes/tea/README.md': '',
      'private/default.html': 'secret {{ content }}',
    })
    await symlink('../../private', join(folder, '_themes/tea/_layouts'))
    const log = createLog()
    await buildFolder(folder, { log })
    expect((await readFolder(join(folder, '_site'))).get('index.html')).toBe('x')
  })
})

describe('a theme that is downloaded', () => {
  test('as a gem, once; after that no network is needed', async () => {
    const gem = makeGem(THEME, { dependencies: ['jekyll', 'jekyll-seo-tag'] })
    const server = await serveGem(gem)
    const env = { NEWCOMEN_GEM_INDEX: server.address, NEWCOMEN_CACHE: makeCache() }

    expect(await buildSite(SITE, { env })).toEqual(BUILT('1.2.0', 'Ida, Ulf'))
    expect(server.asked).toEqual(['/info/tea', '/gems/tea-1.2.0.gem'])
    expect(await buildSite(SITE, { env: { ...env, NEWCOMEN_OFFLINE: '1' } })).toEqual(
      BUILT('1.2.0', 'Ida, Ulf'),
    )
    expect(server.asked).toHaveLength(2)
  })

  test('with the plugins it needs', async () => {
    const gem = makeGem(THEME, { dependencies: ['jekyll-seo-tag', 'nokogiri'] })
    const { address } = await serveGem(gem)
    const output = await buildSite(
      { '_config.yml': 'theme: tea\n', 'a.html': '---\ntitle: A\n---\n{% seo title=false %}' },
      { env: { NEWCOMEN_GEM_INDEX: address, NEWCOMEN_CACHE: makeCache() } },
    )
    expect(output.get('a.html')).toContain('<meta property="og:title" content="A" />')
  })

  test('as the archive of a repository', async () => {
    const archive = gzipSync(
      makeTar(THEME.map((entry) => ({ ...entry, path: `pot-1a2b/${entry.path}` }))),
    )
    const server = await serveFiles({ '/ida/pot/tar.gz/v2': archive })
    const env = { NEWCOMEN_ARCHIVES: server.address, NEWCOMEN_CACHE: makeCache() }
    const files = {
      '_config.yml': 'remote_theme: ida/pot@v2\nplugins: [jekyll-remote-theme]\n',
      'index.html': '---\nlayout: default\n---\n{{ site.theme }}{{ site.tint }}',
    }
    expect((await buildSite(files, { env })).get('index.html')).toBe('<tea>pot</tea>')
    expect((await buildSite(files, { env })).get('index.html')).toBe('<tea>pot</tea>')
    expect(server.asked).toEqual(['/ida/pot/tar.gz/v2'])
  })

  test('where the plugin is not listed, one that is out of reach is a warning', async () => {
    const index = { 'index.html': '---\nlayout: default\n---\nx' }
    const offline = { NEWCOMEN_OFFLINE: '1', NEWCOMEN_CACHE: makeCache() }
    const log = createLog()
    const silent = { ...index, '_config.yml': 'remote_theme: ida/pot\n' }
    expect((await buildSite(silent, { env: offline, log })).get('index.html')).toBe('x')
    expect(log.messages.find(({ topic }) => topic === 'Remote Theme:')).toMatchObject({
      level: 'warn',
      text:
        'The ida/pot theme could not be found. It is not installed, and NEWCOMEN_OFFLINE ' +
        'forbids to download it. The site is built without it.',
    })
    const listed = {
      ...silent,
      '_config.yml': `${silent['_config.yml']}plugins: [jekyll-remote-theme]\n`,
    }
    const bundled = {
      ...silent,
      Gemfile: 'group :jekyll_plugins do\n  gem "jekyll-remote-theme"\nend\n',
    }
    for (const files of [listed, bundled])
      await expect(buildSite(files, { env: offline })).rejects.toThrow('forbids to download it')
  })

  test('where only what is listed counts, one that is not is left alone', async () => {
    const server = await serveFiles({})
    const env = { NEWCOMEN_ARCHIVES: server.address, JEKYLL_NO_BUNDLER_REQUIRE: 'true' }
    const files = {
      '_config.yml': 'remote_theme: ida/pot\n',
      'index.html': '---\nlayout: default\n---\nx',
    }
    expect((await buildSite(files, { env })).get('index.html')).toBe('x')
    expect(server.asked).toEqual([])
  })

  test('a folder is a remote theme too, and stays where it is', async () => {
    const output = await buildSite({
      '_config.yml': 'remote_theme: ./themes/pot\nexclude: [themes]\n',
      'index.html': '---\nlayout: default\n---\n{{ site.theme }}{{ site.tint }}',
      'themes/pot/_layouts/default.html': '<tea>{{ content }}</tea>',
      'themes/pot/_config.yml': 'tint: green\n',
    })
    expect(output).toEqual(new Map([['index.html', '<tea>pot</tea>']]))
  })

  test.each([
    [
      'remote_theme: nobody/nothing',
      'There is no public repository nobody/nothing with a ref HEAD.',
    ],
    [
      'remote_theme: ..',
      'Write remote_theme: owner/name, with @ and a tag or branch behind it if you like.',
    ],
    ['remote_theme: /no/such/tea', 'There is no folder /no/such/tea.'],
    [
      'safe: true\nremote_theme: ./_layouts',
      'In safe mode a theme is no folder outside of _themes/.',
    ],
    [
      'remote_theme: a/b@../../c',
      'Write remote_theme: owner/name, with @ and a tag or branch behind it if you like.',
    ],
    [
      'theme: ../../etc',
      'Correct the name in _config.yml, or put the theme into _themes/ of the site.',
    ],
  ])('%s is an error that says what to do', async (config, hint) => {
    const { address } = await serveFiles({})
    const env = {
      NEWCOMEN_ARCHIVES: address,
      NEWCOMEN_GEM_INDEX: address,
      NEWCOMEN_CACHE: makeCache(),
    }
    await expect(buildSite({ '_config.yml': `${config}\n` }, { env })).rejects.toMatchObject({
      hint,
    })
  })

  test('without a network the error says what to do', async () => {
    const env = { NEWCOMEN_GEM_INDEX: 'http://127.0.0.1:9', NEWCOMEN_CACHE: makeCache() }
    await expect(buildSite(SITE, { env })).rejects.toMatchObject({
      message:
        'The tea theme could not be found. It is not installed, and ' +
        'http://127.0.0.1:9/info/tea could not be fetched: there is no answer.',
      hint:
        'Build once with a network, install the theme as a gem or an npm package, ' +
        'or put its files into _themes/ of the site.',
    })
  })
})

describe('hostile gems are refused, and nothing of them is kept', () => {
  const big = gzipSync(Buffer.alloc(257 * 1024 * 1024))
  const whole = gzipSync(makeTar(THEME))
  test.each<[string, Buffer, string]>([
    [
      'a path that climbs out',
      makeGem([...THEME, { path: '_layouts/../../../evil', text: 'x' }]),
      "'_layouts/../../../evil' leads out of its folder",
    ],
    [
      'an absolute path',
      makeGem([...THEME, { path: '/tmp/newcomen-evil', text: 'x' }]),
      "'/tmp/newcomen-evil' leads out of its folder",
    ],
    [
      'a path of Windows',
      makeGem([...THEME, { path: '_layouts\\..\\..\\evil', text: 'x' }]),
      'leads out of its folder',
    ],
    [
      'a symbolic link',
      makeGem([...THEME, { path: '_includes/x', type: '2', target: '/etc/passwd' }]),
      "'_includes/x' is a link or a device",
    ],
    [
      'a hard link',
      makeGem([...THEME, { path: '_includes/x', type: '1', target: '/etc/passwd' }]),
      "'_includes/x' is a link or a device",
    ],
    ['a bomb', makeGem([], { data: big }), 'unpacked it has more than 256 MB'],
    ['a truncated archive', makeGem([], { data: whole.subarray(0, 300) }), 'it is damaged'],
    [
      'a truncated file within',
      makeGem([], { data: gzipSync(makeTar(THEME).subarray(0, 512 + 10)) }),
      'it is damaged',
    ],
    [
      'wrong checksums within',
      makeGem(THEME, { hasWrongSums: true }),
      'the checksum of its data.tar.gz is wrong',
    ],
    [
      'no theme at all',
      makeGem([{ path: 'lib/x.rb', text: '' }]),
      'it has none of the folders of a theme',
    ],
    ['no gem at all', makeTar([{ path: 'x', text: 'y' }]), 'it is no gem: data.tar.gz is missing'],
    [
      'a file where a folder is',
      makeGem([...THEME, { path: '_layouts/default.html/x', text: 'x' }]),
      'it is damaged',
    ],
  ])('%s', async (_what, gem, why) => {
    const { address } = await serveGem(gem)
    const cache = makeCache()
    const above = join(cache, '..')
    const folder = await makeSite(SITE)
    const before = await readdir(folder)
    await expect(
      buildFolder(folder, { env: { NEWCOMEN_GEM_INDEX: address, NEWCOMEN_CACHE: cache } }),
    ).rejects.toThrow(why)
    expect(await readFolder(above)).toEqual(new Map())
    expect(await readdir(folder)).toEqual(before)
  })

  test("a checksum that is not the index's", async () => {
    const { address } = await serveFiles({
      '/info/tea': `---\n1.2.0 |checksum:${'a'.repeat(64)}\n`,
      '/gems/tea-1.2.0.gem': makeGem(THEME),
    })
    const cache = makeCache()
    await expect(
      buildSite(SITE, { env: { NEWCOMEN_GEM_INDEX: address, NEWCOMEN_CACHE: cache } }),
    ).rejects.toThrow(
      'The gem tea-1.2.0 was refused: its checksum is not the one that the index gives.',
    )
    expect(await readFolder(join(cache, '..'))).toEqual(new Map())
  })

  test('an archive of a repository with a link', async () => {
    const archive = gzipSync(
      makeTar([
        { path: 'pot/_layouts/a.html', text: 'x' },
        { path: 'pot/_layouts/b.html', type: '2', target: '../../../../etc/passwd' },
      ]),
    )
    const { address } = await serveFiles({ '/ida/pot/tar.gz/HEAD': archive })
    const cache = makeCache()
    await expect(
      buildSite(
        { '_config.yml': 'remote_theme: ida/pot\n' },
        { env: { NEWCOMEN_ARCHIVES: address, NEWCOMEN_CACHE: cache } },
      ),
    ).rejects.toThrow("'pot/_layouts/b.html' is a link or a device")
    expect(await readFolder(join(cache, '..'))).toEqual(new Map())
  })
})

test('a damaged folder in the cache does not stop a new download', async () => {
  const { address } = await serveGem(makeGem(THEME))
  const cache = makeCache()
  await mkdir(join(cache, 'gems/tea-1.2.0'), { recursive: true })
  await writeFile(join(cache, 'gems/tea-1.2.0/rest'), '')
  const env = { NEWCOMEN_GEM_INDEX: address, NEWCOMEN_CACHE: cache }
  expect(await buildSite(SITE, { env })).toEqual(BUILT('1.2.0', 'Ida, Ulf'))
})
