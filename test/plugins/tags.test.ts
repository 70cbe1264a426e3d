import { describe, expect, test } from 'vitest'
import { buildSite } from '../support/site.ts'

test('avatar', async () => {
  const output = await buildSite({
    '_config.yml': 'plugins: [jekyll-avatar]\n',
    'a.html':
      '---\nwho: ulf\n---\n{% avatar @ida size=100 %}\n{% avatar user=page.who lazy=true %}',
  })
  const ida = 'https://avatars2.githubusercontent.com/ida?v=3&s='
  const ulf = 'https://avatars0.githubusercontent.com/ulf?v=3&s='
  expect(output.get('a.html')).toBe(
    `<img class="avatar" alt="ida" width="100" height="100" data-proofer-ignore="true" src="${ida}100" srcset="${ida}100 1x, ${ida}200 2x, ${ida}300 3x, ${ida}400 4x" />
<img class="avatar avatar-small" alt="ulf" width="40" height="40" data-proofer-ignore="true" src="" data-src="${ulf}40" data-srcset="${ulf}40 1x, ${ulf}80 2x, ${ulf}120 3x, ${ulf}160 4x" />`,
  )
})

test('an avatar whose name came out empty is named by the next word, as the gem has it', async () => {
  const output = await buildSite({
    '_config.yml': 'plugins: [jekyll-avatar]\n',
    'a.html': '---\n---\n{% avatar {{ page.nobody }} size=50 %}',
  })
  const url = 'https://avatars3.githubusercontent.com/size=50?v=3&s='
  expect(output.get('a.html')).toBe(
    `<img class="avatar" alt="size=50" width="50" height="50" data-proofer-ignore="true" src="${url}50" srcset="${url}50 1x, ${url}100 2x, ${url}150 3x, ${url}200 4x" />`,
  )
})

describe('gist', () => {
  test('by name and by variable', async () => {
    const output = await buildSite({
      '_config.yml': 'plugins: [jekyll-gist]\n',
      'a.html':
        '---\ng: ida/789\nf: x.js\n---\n{% gist ida/123 %}{% gist 456 pot.rb %}{% gist page.g page.f %}',
    })
    expect(output.get('a.html')).toBe(
      '<script src="https://gist.github.com/ida/123.js"> </script>' +
        '<script src="https://gist.github.com/456.js?file=pot.rb"> </script>' +
        '<script src="https://gist.github.com/ida/789.js?file=x.js"> </script>',
    )
  })

  test('by a word in quotes, and by a text with a slash as it is', async () => {
    const output = await buildSite({
      '_config.yml': 'plugins: [jekyll-gist]\n',
      'a.html': '---\n---\n{% gist "ida/1" %}{% gist ida/1 a b.rb %}',
    })
    expect(output.get('a.html')).toBe(
      '<script src="https://gist.github.com/ida/1.js"> </script>' +
        '<script src="https://gist.github.com/ida/1 a b.rb.js"> </script>',
    )
  })

  test('without a name is an error that shows how', async () => {
    const files = { '_config.yml': 'plugins: [jekyll-gist]\n', 'a.html': '---\n---\n{% gist %}' }
    await expect(buildSite(files)).rejects.toMatchObject({
      place: { file: 'a.html', line: 3 },
      hint: 'Write {% gist user/1234567 %} or {% gist user/1234567 file.js %}.',
    })
  })
})

test('include_cached renders once for each file and its parameters', async () => {
  const output = await buildSite({
    '_config.yml': 'plugins: [jekyll-include-cache]\n',
    '_includes/n.html': '[{{ include.v }} {{ page.name }}]',
    'a.html': '---\nv: 2\n---\n{% include_cached n.html v=1 %}{% include_cached n.html v=page.v %}',
    'b.html': '---\n---\n{% include_cached n.html v=1 %}{% include_cached n.html v="3" %}',
  })
  expect(output.get('a.html')).toBe('[1 a.html][2 a.html]')
  expect(output.get('b.html')).toBe('[1 a.html][3 b.html]')
})

test('mentions become links in the text of the body only', async () => {
  const output = await buildSite({
    '_config.yml': 'plugins: [jekyll-mentions]\njekyll-mentions: https://x.example\n',
    'a.html': `---
---
<head><title>@no</title></head><body><p>@a@b @x/y @z. @z.com, (@w-) me@x @mention <code>@no</code><a>@no</a><br />@c.</p></body>`,
    'b.html': '---\njekyll-mentions: false\n---\n@ida',
    'c.txt': '---\n---\n@ida',
  })
  const link = (name: string) =>
    `<a href="https://x.example/${name}" class="user-mention">@${name}</a>`
  expect(output.get('a.html')).toBe(
    `<head><title>@no</title></head><body><p>${link('a')}@b @x/y ${link('z')}. @z.com, (${link('w-')}) me@x @mention <code>@no</code><a>@no</a><br>${link('c')}.</p></body>`,
  )
  expect(output.get('b.html')).toBe('@ida')
  expect(output.get('c.txt')).toBe('@ida')
})

test('include_cached: behind a name with variables, no parameters are an empty mapping', async () => {
  const output = await buildSite({
    '_config.yml': 'plugins: [jekyll-include-cache]\n',
    '_includes/n.html': '{{ include | jsonify }}',
    'a.html':
      '---\nbox: n.html\n---\n{% include_cached n.html %} {% include_cached {{ page.box }} %}',
  })
  expect(output.get('a.html')).toBe('null {}')
})
