import { expect, test } from 'vitest'
import { createLog } from '../../src/util/log.ts'
import { buildSite, type Files } from '../support/site.ts'
import { makeCache, makeGem, serveGem } from '../themes/make-archive.ts'

const ALONE = { NEWCOMEN_OFFLINE: '1', NEWCOMEN_GEMS: '' }
const GEMFILE = "gem 'github-pages', group: :jekyll_plugins\n"
const README: Files = {
  'README.md': '# Kiln\n\nSee [the glazes](docs/glaze.md).\n',
  'docs/glaze.md': '## Glazes\n\nCeladon.\n',
  '_layouts/default.html': '<title>{{ page.title }}</title>{{ content }}',
}

/** What a build with these files makes, and what it warns of. */
async function build(files: Files, env: Readonly<Record<string, string>> = {}) {
  const log = createLog()
  const output = await buildSite(files, {
    log,
    env: { ...ALONE, NEWCOMEN_CACHE: makeCache(), ...env },
  })
  const said = log.messages.map(({ level, topic, text }) => `${level}: ${topic} ${text}`)
  return { output, said: said.filter((line) => line.includes('GitHub')) }
}

const NO_THEME =
  'warn: GitHub Pages: The jekyll-theme-primer theme could not be found. It is not installed, ' +
  'and NEWCOMEN_OFFLINE forbids to download it. The site is built without it.'

const WORKFLOW = {
  '_config.yml': 'repository: ida/kiln\n',
  '.github/workflows/pages.yml':
    'jobs:\n  a:\n    steps:\n      - uses: actions/jekyll-build-pages@v1\n',
}

test.each<[string, Files]>([
  ['the Gemfile has github-pages', { Gemfile: GEMFILE }],
  ['plugins names github-pages', { '_config.yml': 'plugins: [github-pages]\n' }],
  ['a workflow builds with actions/jekyll-build-pages', WORKFLOW],
])('where %s, a README becomes a site', async (reason, files) => {
  const { output, said } = await build({ ...README, ...files })
  expect(said).toEqual([
    `info: GitHub Pages: the site is built as GitHub does it, because ${reason}`,
    NO_THEME,
  ])
  expect(output).toEqual(
    new Map([
      ['README.md', README['README.md']],
      ['docs/glaze.html', '<title>Glazes</title><h2 id="glazes">Glazes</h2>\n\n<p>Celadon.</p>\n'],
      ['docs/glaze.md', README['docs/glaze.md']],
      [
        'index.html',
        '<title>Kiln</title><h1 id="kiln">Kiln</h1>\n\n<p>See <a href="/docs/glaze.html">the glazes</a>.</p>\n',
      ],
    ]),
  )
})

test.each<[string, Files, Readonly<Record<string, string>>]>([
  ['a Gemfile in which the gem is commented out', { Gemfile: `# ${GEMFILE}` }, {}],
  ['a Gemfile that is not to be used', { Gemfile: GEMFILE }, { JEKYLL_NO_BUNDLER_REQUIRE: '1' }],
  ['a workflow where only the configuration counts', WORKFLOW, { JEKYLL_NO_BUNDLER_REQUIRE: '1' }],
  ['a repository without a workflow', { '_config.yml': 'repository: ida/kiln\n' }, {}],
])('%s changes nothing', async (_what, files, env) => {
  const { output, said } = await build({ ...README, ...files }, env)
  expect(said).toEqual([])
  expect([...output.keys()]).toEqual(['README.md', 'docs/glaze.md'])
})

test('what GitHub forces wins over the site, and what it only proposes does not', async () => {
  const show = (names: string) =>
    names
      .split(' ')
      .map((name) => `${name}={{ site.${name} }}`)
      .join('\n')
  const { output, said } = await build({
    Gemfile: GEMFILE,
    '_config.yml': `theme: null
safe: false
lsi: true
future: false
highlighter: none
markdown: redcarpet
kramdown: {hard_wrap: true, math_engine: katex, syntax_highlighter: none}
gist: {noscript: true}
plugins: [jekyll-feed, jekyll-archives]
`,
    '_plugins/bell.mjs': `export default { name: 'bell', filters: { ring: () => 'ring' } }`,
    CNAME: 'kiln.example\n',
    'a.html': `---\n---\n${show('safe lsi future highlighter markdown kramdown.hard_wrap kramdown.math_engine kramdown.gfm_quirks kramdown.syntax_highlighter gist.noscript')}
{{ 'x' | ring }}`,
  })
  expect(said).toEqual([
    'info: GitHub Pages: the site is built as GitHub does it, because the Gemfile has github-pages',
    'warn: GitHub Pages: no plugins of a site run there, so those in _plugins do not run here.',
  ])
  expect([...output.keys()]).toEqual(['a.html', 'feed.xml'])
  expect(output.get('a.html')).toBe(`safe=true
lsi=false
future=false
highlighter=rouge
markdown=kramdown
kramdown.hard_wrap=true
kramdown.math_engine=mathjax
kramdown.gfm_quirks=paragraph_end
kramdown.syntax_highlighter=rouge
gist.noscript=false
x`)
})

test('a post of the future is built, and style sheets are compressed in production', async () => {
  const files = {
    Gemfile: GEMFILE,
    '_config.yml': 'theme: null\nindex_pages: false\n',
    '_posts/2099-01-01-late.md': 'late',
    'a.scss': '---\n---\n.a { color: red }',
  }
  const env = { ...ALONE, NEWCOMEN_CACHE: makeCache() }
  const output = await buildSite(files, { env, environment: 'production' })
  expect([...output.keys()]).toEqual(['2099/01/01/late.html', 'a.css', 'a.css.map'])
  expect(output.get('a.css')).toMatch(/^\.a\{color:red\}\n/)
})

test('the primer theme is used where it can be had, with the plugins it needs', async () => {
  const options = {
    name: 'jekyll-theme-primer',
    version: '1.0.0',
    dependencies: ['jekyll-seo-tag'],
  }
  const gem = makeGem(
    [{ path: '_layouts/default.html', text: '<p>{{ content }}</p>{{ site.theme }}{% seo %}' }],
    options,
  )
  const { address } = await serveGem(gem, options)
  const { output } = await build(
    { Gemfile: GEMFILE, 'README.md': '# Kiln\n' },
    { NEWCOMEN_GEM_INDEX: address, NEWCOMEN_OFFLINE: '' },
  )
  expect(output.get('index.html')).toMatch(
    /^<p><h1 id="kiln">Kiln<\/h1>\n<\/p>jekyll-theme-primer<!-- Begin Jekyll SEO tag v2\.8\.0 -->\n<title>Kiln<\/title>/,
  )
})
