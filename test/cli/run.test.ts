import { expect, test } from 'vitest'
import { themeCss } from '../../src/highlight/themes.ts'
import { makeFolder } from './make.ts'

const SITE = { '_config.yml': 'index_pages: false\n', 'index.html': '---\n---\n{{ site.url }}!\n' }

test('the version names the Jekyll it stands in for', async () => {
  const { status, out, err } = await makeFolder().run(['--version'])
  expect(out).toMatch(/^newcomen \d+\.\d+\.\d+ \(jekyll 4\.3\.1\)\n$/)
  expect([status, err]).toEqual([0, ''])
})

test('a build says what it does, in the order of Jekyll', async () => {
  const site = makeFolder(SITE)
  expect(await site.run(['build'])).toEqual({
    status: 0,
    out: `Configuration file: <SITE>/_config.yml
            Source: <SITE>
       Destination: <SITE>/_site
 Incremental build: disabled. Enable with --incremental
      Generating... 
                    done in N seconds.
 Auto-regeneration: disabled. Use --watch to enable.
`,
    err: '',
  })
  expect(site.read('_site/index.html')).toBe('!\n')
})

test('flags beat the configuration', async () => {
  const site = makeFolder({ ...SITE, '_config.yml': 'destination: a\nindex_pages: false\n' })
  const { status } = await site.run(['b', '-d', 'b', '--quiet'])
  expect([status, site.list()]).toEqual([0, ['_config.yml', 'b', 'index.html']])
})

test('several configuration files, later over earlier', async () => {
  const site = makeFolder({
    'a.yml': 'url: https://a.example\nindex_pages: false\n',
    'b.yml': 'url: https://b.example\n',
    'index.html': SITE['index.html'],
  })
  expect((await site.run(['build', '--config', 'a.yml,b.yml'])).status).toBe(0)
  expect(site.read('_site/index.html')).toBe('https://b.example!\n')
})

test('a failing build ends with 1, a place to look at, and the earlier site untouched', async () => {
  const site = makeFolder({ ...SITE, '_site/index.html': 'earlier', '_site/old.html': 'earlier' })
  site.put('bad.html', '---\ntitle: Bad\n---\nx\n{% nope %}\n')
  const { status, err } = await site.run(['build'])
  const [first, ...rest] = err.split('\n')
  expect(status).toBe(1)
  expect(first).toMatch(/^bad\.html:5:1: Liquid Exception: .*Unknown tag 'nope'/)
  expect(rest.join('\n')).toBe(`
  5 | {% nope %}
      ^

                    Please append \`--trace\` to the \`build\` command 
                    for any additional information or backtrace.
`)
  expect(site.read('_site/index.html')).toBe('earlier')
  expect(site.read('_site/old.html')).toBe('earlier')
})

test('quiet leaves errors, verbose adds details', async () => {
  const site = makeFolder(SITE)
  expect(await site.run(['build', '--quiet'])).toEqual({ status: 0, out: '', err: '' })
  const { out } = await site.run(['build', '--verbose'])
  expect(out.split('\n')).toContain('         Rendering: index.html')
})

test('JEKYLL_LOG_LEVEL sets the level', async () => {
  const outcome = await makeFolder(SITE).run(['build'], { JEKYLL_LOG_LEVEL: 'error' })
  expect(outcome).toEqual({ status: 0, out: '', err: '' })
})

test('a profile has a table of phases and one of templates', async () => {
  const site = makeFolder({
    ...SITE,
    '_includes/a.html': 'ä',
    '_layouts/l.html': '{{ content }}!',
    'index.html': '---\nlayout: l\n---\n{% include a.html %}{% include a.html %}',
  })
  const { out } = await site.run(['build', '--profile'])
  const rows = [...out.matchAll(/^\| (.+?) +\| (?: *\d+ \| +(.*?) \|)?/gm)]
  const phases = ['PHASE', 'READ', 'GENERATE', 'RENDER', 'CLEANUP', 'WRITE', 'TOTAL TIME']
  expect(rows.map(([, name]) => name).slice(0, 8)).toEqual([...phases, 'Filename'])
  expect(
    rows
      .slice(8)
      .map(([, name, bytes]) => `${name} ${bytes}`)
      .sort(),
  ).toEqual([
    'TOTAL (for 3 files) 0.01K',
    '_includes/a.html 0.00K',
    '_layouts/l.html 0.00K',
    'index.html 0.00K',
  ])
})

test('a destination that holds the source is refused', async () => {
  const site = makeFolder(SITE)
  for (const words of [
    ['build', '-d', '.'],
    ['build', '-d', '..'],
    ['clean', '-d', '/'],
  ]) {
    const { status, err } = await site.run(words)
    expect([words, status, err.split('\n')[0]]).toEqual([
      words,
      1,
      '             Error: Destination directory cannot be or contain the Source directory.',
    ])
  }
  expect(site.list()).toEqual(['_config.yml', 'index.html'])
})

test('clean removes the site, the cache and what Jekyll left', async () => {
  const site = makeFolder({
    ...SITE,
    '_site/a.html': '',
    '.jekyll-cache/x': '',
    '.jekyll-metadata': '',
  })
  expect(await site.run(['clean'])).toEqual({
    status: 0,
    out: `Configuration file: <SITE>/_config.yml
           Cleaner: Removing <SITE>/_site...
           Cleaner: Removing <SITE>/.jekyll-cache...
           Cleaner: Removing <SITE>/.jekyll-metadata...
           Cleaner: Nothing to do for <SITE>/.sass-cache.
`,
    err: '',
  })
  expect(site.list()).toEqual(['_config.yml', 'index.html'])
})

test.each(['.', '..', '/'])('clean refuses %s as a cache folder', async (cache) => {
  const site = makeFolder({ '_config.yml': `cache_dir: ${cache}\n`, 'precious.md': '' })
  const { status, err } = await site.run(['clean'])
  expect([status, err.split('\n')[0]]).toEqual([
    1,
    '             Fatal: Cache directory cannot be or contain the Source directory.',
  ])
  expect(site.list()).toEqual(['_config.yml', 'precious.md'])
})

test('no command is an error with the help text', async () => {
  const { status, out, err } = await makeFolder().run(['--safe'])
  expect(out).toBe((await makeFolder().run(['help'])).out)
  expect([status, err]).toEqual([1, '                    A subcommand is required.\n'])
})

test('help names the commands, and the flags of one command', async () => {
  const all = await makeFolder().run(['help'])
  expect([all.status, all.err]).toEqual([0, ''])
  expect(all.out.match(/^ {2}(?:build|serve|clean|help)\b/gm)).toEqual([
    '  build',
    '  serve',
    '  clean',
    '  help',
  ])
  const one = await makeFolder().run(['help', 'b'])
  expect(one).toEqual(await makeFolder().run(['build', '--help']))
  const flags = [...one.out.matchAll(/--[a-z_-]+/g)].map(([flag]) => flag)
  expect(flags).toEqual(
    `--config --future --limit_posts --watch --no-watch --baseurl --force_polling --lsi --drafts
    --unpublished --disable-disk-cache --quiet --verbose --incremental --strict_front_matter
    --source --destination --safe --plugins --layouts --profile --trace --version --help`.split(
      /\s+/,
    ),
  )
})

test.each([
  [['help', 'bake'], "             Error: Hmm... we don't know what the 'bake' command is.\n"],
  [
    ['bake', '--hot'],
    `             fatal: 'jekyll bake' could not be found.
                    Run 'newcomen help' to see the commands.
`,
  ],
  [
    ['--auto'],
    `       Deprecation: The switch '--auto' has been replaced with '--watch'.
newcomen 0.1.0 | Error: Whoops, we can't understand your command.
newcomen 0.1.0 | Error: invalid option: --auto
newcomen 0.1.0 | Error: Run your command again with the --help switch to see available options.
`,
  ],
])('%j is an error', async (words, message) => {
  const { status, err } = await makeFolder().run(words)
  expect([status, err]).toEqual([1, message])
})

test.each([
  [['build', '--zebra'], 'invalid option: --zebra'],
  [['build', '--draft'], 'invalid option: --draft (Did you mean --drafts?)'],
  [['build', '--config'], 'missing argument: --config'],
  [['build', '--limit_posts', 'x'], 'invalid argument: --limit_posts x'],
])('%j is not understood', async (words, mistake) => {
  const { status, out, err } = await makeFolder(SITE).run(words)
  expect([status, out]).toEqual([1, ''])
  expect(
    err.replace(/newcomen [\d.]+/g, 'newcomen X'),
  ).toBe(`newcomen X | Error: Whoops, we can't understand your command.
newcomen X | Error: ${mistake}
newcomen X | Error: Run your command again with the --help switch to see available options.
`)
})

test('a switch that Jekyll had once says what to do instead', async () => {
  const { status, err } = await makeFolder(SITE).run(['build', '--server'])
  expect([status, err.split('\n')[0]]).toEqual([
    1,
    "       Deprecation: The --server command has been replaced by the 'serve' subcommand.",
  ])
})

test('highlight-css prints a theme, the light one unless another is named', async () => {
  const folder = makeFolder()
  const dark = await folder.run(['highlight-css', 'dark'])
  expect([dark.status, dark.out, dark.err]).toEqual([0, themeCss('dark'), ''])
  expect((await folder.run(['highlight-css'])).out).toBe(themeCss('light'))
})

test('highlight-css names the themes there are', async () => {
  const { status, out, err } = await makeFolder().run(['highlight-css', 'neon'])
  expect([status, out]).toEqual([1, ''])
  expect(err).toBe(`      Highlighting: There is no theme 'neon'.
                    Themes are light, dark, auto.

                    Please append \`--trace\` to the \`highlight-css\` command 
                    for any additional information or backtrace.
`)
})

test('site.serving is false in a build', async () => {
  const site = makeFolder({ ...SITE, 'index.html': '---\n---\n{{ site.serving | inspect }}' })
  await site.run(['build'])
  expect(site.read('_site/index.html')).toBe('false')
})
