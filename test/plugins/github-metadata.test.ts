import { expect, onTestFinished, test, vi } from 'vitest'
import { buildSite } from '../support/site.ts'

const PAGE = `---
---
{{ site.title }} {{ site.url }} {{ site.baseurl }} {{ site.github.repository_nwo }}
{{ site.github.url }} {{ site.github.zip_url }} {{ site.github.build_revision }}
{% github_edit_link "Edit" %}`
const GIT = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.git/refs/heads/main': 'abc123\n',
  '.git/config': '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@github.com:ida/pot.git\n',
}
const CONFIG = { '_config.yml': 'plugins: [jekyll-github-metadata]\n' }

test('what the git remote tells, as the gem without a network has it', async () => {
  const output = await buildSite({ ...CONFIG, ...GIT, 'a.txt': PAGE })
  expect(output.get('a.txt')).toBe(`pot   ida/pot
https://github.com/pages/ida/pot https://github.com/ida/pot/zipball/gh-pages abc123
<a href="https://github.com/ida/pot/edit/gh-pages/a.txt">Edit</a>`)
})

test('a site that is published gets its address', async () => {
  const config = {
    '_config.yml': 'plugins: [jekyll-github-metadata]\nrepository: ida/ida.github.io\n',
  }
  const output = await buildSite({ ...config, 'a.txt': PAGE }, { environment: 'production' })
  expect(output.get('a.txt')).toBe(`ida https://ida.github.io  ida/ida.github.io
https://ida.github.io https://github.com/ida/ida.github.io/zipball/master 
<a href="https://github.com/ida/ida.github.io/edit/master/a.txt">Edit</a>`)
})

test('what the configuration says wins', async () => {
  const config = `${CONFIG['_config.yml']}title: T\ngithub: {url: u}\n`
  const output = await buildSite({
    ...GIT,
    '_config.yml': config,
    'a.txt': '---\n---\n{{ site.title }} {{ site.github.url }} {{ site.github.owner_name }}',
  })
  expect(output.get('a.txt')).toBe('T u ida')
})

test('a GitHub of an enterprise is told by the environment', async () => {
  vi.stubEnv('PAGES_ENV', 'enterprise')
  vi.stubEnv('PAGES_GITHUB_HOSTNAME', 'git.example.com')
  onTestFinished(() => void vi.unstubAllEnvs())
  const output = await buildSite({
    '_config.yml': `${CONFIG['_config.yml']}repository: ida/pot\n`,
    'a.txt':
      '---\n---\n{{ site.github.url }} {{ site.github.clone_url }} {{ site.github.pages_env }} ' +
      '{% if site.github.owner %}owner{% endif %}{{ site.github.owner.name }}',
  })
  expect(output.get('a.txt')).toBe(
    'http://git.example.com/pages/ida/pot http://git.example.com/ida/pot.git enterprise owner',
  )
})
