import { expect, test } from 'vitest'
import { createLog } from '../../src/util/log.ts'
import { buildSite } from '../support/site.ts'

const CONFIG = 'url: https://kiln.example\nbaseurl: /b\nplugins: [jekyll-redirect-from]\n'

test('old addresses lead to the page, and a page elsewhere', async () => {
  const output = await buildSite({
    '_config.yml': CONFIG,
    '_layouts/redirect.html': '{{ page.redirect.from }} {{ page.redirect.to }}{{ content }}',
    'a.md': '---\nredirect_from: [/old/, older.html, /gone]\n---\nA',
    'b.md': '---\nredirect_to: https://other.example/{{b}}\n---\nB',
    'c.md': '---\nredirect_to: [/a.html]\n---\nC',
  })
  expect(Object.fromEntries(output)).toEqual({
    'a.html': '<p>A</p>\n',
    'b.html': '/b.html https://other.example/{{b}}\n',
    'c.html': '/c.html https://kiln.example/b/a.html\n',
    'gone.html': '/gone https://kiln.example/b/a.html',
    'old/index.html': '/old/ https://kiln.example/b/a.html',
    'older.html': '/older.html https://kiln.example/b/a.html',
    'redirects.json':
      '{"/old/":"https://kiln.example/b/a.html","/older.html":"https://kiln.example/b/a.html",' +
      '"/gone":"https://kiln.example/b/a.html","/b.html":"https://other.example/{{b}}",' +
      '"/c.html":"https://kiln.example/b/a.html"}',
  })
})

test('false leads nowhere', async () => {
  const output = await buildSite({
    '_config.yml': `${CONFIG}defaults: [{scope: {path: ''}, values: {redirect_to: /b.html}}]\n`,
    'a.md': '---\nredirect_to: false\nredirect_from: false\n---\nA',
  })
  expect(Object.fromEntries(output)).toEqual({ 'a.html': '<p>A</p>\n', 'redirects.json': '{}' })
})

test('without a layout of that name the page is plain', async () => {
  const output = await buildSite({
    '_config.yml': `${CONFIG}redirect_from: {json: false}\n`,
    'a.md': '---\nredirect_from: /old\n---\nA',
  })
  expect(output.get('old.html')).toBe(`<!DOCTYPE html>
<html lang="en-US">
  <meta charset="utf-8">
  <title>Redirecting&hellip;</title>
  <link rel="canonical" href="https://kiln.example/b/a.html">
  <script>location="https://kiln.example/b/a.html"</script>
  <meta http-equiv="refresh" content="0; url=https://kiln.example/b/a.html">
  <meta name="robots" content="noindex">
  <h1>Redirecting&hellip;</h1>
  <a href="https://kiln.example/b/a.html">Click here if you are not redirected.</a>
</html>
`)
  expect(output.has('redirects.json')).toBe(false)
})

test('of two redirects from one address the later is written, lists have both, and nobody is warned', async () => {
  const log = createLog()
  const output = await buildSite(
    {
      '_config.yml': `${CONFIG}redirect_from: {json: false}\n`,
      '_layouts/redirect.html': '{{ page.redirect.to }}',
      'a.md': '---\nredirect_from: /old\n---\nA',
      'b.md': '---\nredirect_from: /old\n---\nB',
      'list.txt': '---\n---\n{% for p in site.pages %}{{ p.url }} {% endfor %}',
    },
    { log },
  )
  expect(output.get('old.html')).toBe('https://kiln.example/b/b.html')
  expect(output.get('list.txt')).toBe('/a.html /b.html /list.txt /old /old ')
  expect(log.messages.filter(({ level }) => level === 'warn')).toEqual([])
})
