import { expect, test } from 'vitest'
import { makeFolder } from './make.ts'

const HEALTHY = {
  '_config.yml': 'url: https://a.example\ntitle: A\nmotto: kept\nindex_pages: false\n',
  'index.html': '---\n---\n{{ site.motto }}\n',
}

test('a healthy site is told so', async () => {
  expect(await makeFolder(HEALTHY).run(['doctor'])).toEqual({
    status: 0,
    out: 'Configuration file: <SITE>/_config.yml\n  Your test results are in. Everything looks fine.\n',
    err: '',
  })
})

async function diagnose(files: Record<string, string>): Promise<unknown> {
  const folder = makeFolder({ ...HEALTHY, ...files })
  const { status, out, err } = await folder.run(['doctor', '--json'], { TZ: 'UTC' })
  const { healthy, findings } = JSON.parse(out)
  expect([status, err]).toEqual([healthy ? 0 : 1, ''])
  expect(folder.files().some((path) => path.startsWith('_site'))).toBe(false)
  return findings
}

test('a misspelt setting is found, with the line and the right name', async () => {
  const config = `${HEALTHY['_config.yml']}permalnik: pretty\nspare: 1\n`
  expect(await diagnose({ '_config.yml': config })).toEqual([
    {
      level: 'problem',
      topic: 'Config',
      message: "Nothing reads the setting 'permalnik'.",
      file: '_config.yml',
      line: 5,
      hint: "Did you mean 'permalink'?",
    },
    {
      level: 'note',
      topic: 'Config',
      message: "Nothing reads the setting 'spare'.",
      file: '_config.yml',
      line: 6,
      hint: 'Templates would see it as site.spare; a plugin may read it.',
    },
  ])
})

test('posts that are left out are found, and why', async () => {
  const soon = new Date(Date.now() + 3600_000).toISOString()
  const files = {
    '_posts/2020-01-02-soon.md': `---\ndate: ${soon}\n---\n`,
    '_posts/2999-01-01-far.md': '---\n---\n',
    '_posts/undated.md': '---\n---\n',
  }
  expect(await diagnose(files)).toMatchObject([
    { level: 'problem', topic: 'Skipping', file: '_posts/undated.md' },
    {
      level: 'problem',
      topic: 'Skipping',
      file: '_posts/2020-01-02-soon.md',
      hint: expect.stringMatching(/^For this site it is .* \('timezone' is not set\)\./),
    },
    { level: 'note', topic: 'Skipping', file: '_posts/2999-01-01-far.md' },
  ])
})

test('outputs that meet, or nearly, are found', async () => {
  const page = (permalink: string) => `---\npermalink: ${permalink}\n---\n`
  const files = { 'a.md': page('/Z.html'), 'b.md': page('/z.html'), 'c.md': page('/z.html') }
  expect(await diagnose(files)).toMatchObject([
    { topic: 'Conflict', message: expect.stringContaining(' - b.md\n - c.md') },
    { topic: 'Warning', message: expect.stringContaining('only differ by case') },
  ])
})

test('Liquid that runs within code is found, and only where nothing shields it', async () => {
  const fence = '```'
  const files = {
    'trap.md': `---\n---\n{% assign own = 1 %}\n${fence}yaml\nkey: \${{ secrets.KEY }}\n${fence}\n`,
    'span.md': '---\n---\n`{{ user }}`\n',
    'tag.md': `---\n---\n{% highlight html %}\n{% if user %}{% endif %}\n{% endhighlight %}\n`,
    'fine.md': `---\n---\n{% assign own = 1 %}\n${fence}\n{{ own }} {{ site.url }} {{ 'x' }}\n${fence}\n{% raw %}\`{{ x }}\`{% endraw %} {{ x }}\n`,
    'off.md': '---\nrender_with_liquid: false\n---\n`{{ user }}`\n',
  }
  expect(await diagnose(files)).toMatchObject([
    { topic: 'Liquid', file: 'span.md', line: 3 },
    { topic: 'Liquid', file: 'tag.md', line: 4 },
    { topic: 'Liquid', file: 'trap.md', line: 5 },
  ])
})

test('every failure of a template is found, not only the first', async () => {
  const files = {
    'a.html': '---\n---\n{% nope %}\n',
    'b.html': '---\nlayout: gone\n---\n',
    'c.html': '---\n---\n{% include gone.html %}\n',
  }
  expect(await diagnose(files)).toMatchObject([
    { topic: 'Liquid Exception', file: 'a.html', line: 3 },
    { topic: 'Build Warning', message: "Layout 'gone' requested in b.html does not exist." },
    { topic: 'Liquid Exception', file: 'c.html', line: 3 },
  ])
})

test('plugins in Ruby and plugins that are not there are found', async () => {
  const config = `${HEALTHY['_config.yml']}plugins: [jekyll-scholar]\n`
  const files = { '_config.yml': config, '_plugins/a.rb': 'puts 1' }
  expect(await diagnose(files)).toMatchObject([
    { topic: 'Plugins', message: expect.stringContaining('jekyll-scholar') },
    { topic: 'Plugins', message: expect.stringContaining('_plugins/a.rb') },
  ])
})

test('posts outside of collections_dir are found', async () => {
  const config = `${HEALTHY['_config.yml']}collections_dir: gather\n`
  expect(await diagnose({ '_config.yml': config, '_posts/2020-01-02-a.md': '' })).toEqual([
    {
      level: 'problem',
      topic: 'Warning',
      message: "Detected '_posts' directory outside custom `collections_dir`!",
      hint: "Please move '_posts' into the custom directory at 'gather'.",
    },
  ])
})
