import { expect, test } from 'vitest'
import { SiteError } from '../../src/util/errors.ts'
import { createLog } from '../../src/util/log.ts'
import { buildSite, type Files } from '../support/site.ts'

const PAGE = '---\n---\n{{ "tea" | shout }}{% bell %}'
const SHOUT = `export default {
  name: 'shout',
  filters: { shout: (_context, input) => loud(input) },
}`
const BELL = `export default { name: 'bell', tags: { bell: { parse: () => () => '!' } } }`

async function warnings(files: Files, flags = {}): Promise<string[]> {
  const log = createLog()
  await buildSite(files, { log, flags })
  return log.messages.filter(({ level }) => level === 'warn').map(({ text }) => text)
}

test('scripts in _plugins and packages named in plugins load', async () => {
  const output = await buildSite({
    '_config.yml': 'plugins: [my-bell]\n',
    '_plugins/shout.mjs': `import { loud } from './lib/loud.mjs'\n${SHOUT}`,
    '_plugins/lib/loud.mjs': 'export const loud = (text) => String(text).toUpperCase()',
    'node_modules/my-bell/package.json':
      '{"name": "my-bell", "type": "module", "exports": "./i.js"}',
    'node_modules/my-bell/i.js': BELL,
    'a.html': PAGE,
  })
  expect(output.get('a.html')).toBe('TEA!')
})

test('a gem that is known but not there costs only its own work', async () => {
  expect(await warnings({ '_config.yml': 'plugins: [jekyll-scholar]\n' })).toEqual([
    'jekyll-scholar is not part of newcomen. The site is built without the bibliographies. ' +
      'An npm package of that name would be used, if one is a plugin for newcomen.',
  ])
})

test('so does a gem that only the Gemfile knows', async () => {
  const files = { '_config.yml': 'plugins: [our-gem]\n', Gemfile: 'gem "our-gem", "~> 1"\n' }
  expect(await warnings(files)).toEqual([
    'our-gem is not part of newcomen. The site is built without what it does. ' +
      'An npm package of that name would be used, if one is a plugin for newcomen.',
  ])
})

test.each([
  ['seo', "It is a tag of jekyll-seo-tag: add 'jekyll-seo-tag' to 'plugins' in _config.yml."],
  [
    'picture',
    'It is a tag of the gem jekyll-picture-tag, which newcomen does not have. ' +
      'Write the tag as a plugin in _plugins/, or take it out.',
  ],
])('the error of the tag %s, which a gem brings, says what to do', async (tag, hint) => {
  await expect(buildSite({ 'a.html': `---\n---\n{% ${tag} x %}` })).rejects.toMatchObject({ hint })
})

test('a name that nothing vouches for ends the build', async () => {
  const error = await buildSite({ '_config.yml': 'plugins: [jekyll-sitmap]\n' }).catch(
    (caught: unknown) => caught,
  )
  expect(error).toBeInstanceOf(SiteError)
  expect(error).toMatchObject({
    topic: 'Dependency Error:',
    message:
      "Yikes! It looks like you don't have jekyll-sitmap or one of its dependencies installed.",
    hint: "Did you mean 'jekyll-sitemap'?",
  })
})

test.each([
  ['sitemap', "Did you mean 'jekyll-sitemap'?"],
  ['jekyll-emoji', "Did you mean 'jemoji'?"],
  [
    'jekyll-nonsense',
    "Remove it from 'plugins', name its gem in the Gemfile to build without it, or install an npm package of that name.",
  ],
])('what may be meant by %s', async (name, hint) => {
  await expect(buildSite({ '_config.yml': `plugins: [${name}]\n` })).rejects.toMatchObject({ hint })
})

const RUBY = `module Jekyll
  class Video < Liquid::Tag
    def render(context); end
  end
  module Loud
    def shout(text)
    end
    private
    def helper
    end
  end
end
Liquid::Template.register_tag('video', Jekyll::Video)
Liquid::Template.register_tag :clip, Jekyll::Video
Liquid::Template.register_filter(Jekyll::Loud)
`

test('files of Ruby are named in one warning, with what they define', async () => {
  const files = { '_config.yml': '', '_plugins/a.rb': 'raise', '_plugins/b/c.rb': RUBY }
  expect(await warnings(files)).toEqual([
    'Plugins written in Ruby do not run here: _plugins/a.rb, ' +
      '_plugins/b/c.rb (tag video, tag clip, filter shout). The site is built without ' +
      "what they do. The manual's page on plugins shows how to write the same in JavaScript.",
  ])
})

test('a tag that a file of Ruby defines is unknown, and the error says where it is', async () => {
  const files = { '_plugins/c.rb': RUBY, 'index.html': '---\n---\n{% video x %}' }
  const error = await buildSite(files).catch((caught: unknown) => caught)
  expect(error).toMatchObject({
    message: expect.stringContaining("Unknown tag 'video'"),
    place: { file: 'index.html', line: 3, column: 1 },
    hint: 'It is defined in _plugins/c.rb, in Ruby, which does not run here; write it in JavaScript beside that file.',
  })
})

test('a script may define what a file of Ruby beside it defines', async () => {
  const files = {
    '_plugins/c.rb': RUBY,
    '_plugins/c.js': 'export default { name: "c", tags: { video: { parse: () => () => "film" } } }',
    'index.html': '---\n---\n{% video x %}',
  }
  expect((await buildSite(files)).get('index.html')).toBe('film')
})

test('in safe mode only whitelisted names load, and no script of the site runs', async () => {
  const files = {
    '_config.yml':
      'plugins: [jekyll-sitemap, jekyll-feed, nobody-knows]\nwhitelist: [jekyll-sitemap]\n',
    '_plugins/boom.js': 'throw new Error("boom")',
    'index.html': '---\n---\nx',
  }
  const output = await buildSite(files, { flags: { safe: true } })
  expect([...output.keys()]).toEqual(['index.html', 'robots.txt', 'sitemap.xml'])
  expect(await warnings(files, { safe: true })).toEqual([])
})

test('a script that is no plugin is an error that names it', async () => {
  await expect(buildSite({ '_plugins/odd.js': 'export default 3' })).rejects.toThrow(
    "'_plugins/odd.js' is not a plugin.",
  )
})

test('a script that fails is an error that says why', async () => {
  await expect(buildSite({ '_plugins/odd.mjs': 'throw new Error("no tea")' })).rejects.toThrow(
    "The plugin '_plugins/odd.mjs' could not be loaded: no tea",
  )
})
