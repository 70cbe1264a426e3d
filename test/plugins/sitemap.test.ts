import { expect, test } from 'vitest'
import { buildSite } from '../support/site.ts'

const CONFIG = 'url: https://kiln.example\nplugins: [jekyll-sitemap]\n'

test('holds posts, pages and document-like files', async () => {
  const output = await buildSite({
    '_config.yml': CONFIG,
    '_posts/2020-01-01-first.md': '---\ntags: [red]\n---\nx',
    'about/index.html': '---\n---\nx',
    'p q.md': '---\nlast_modified_at: 2020-05-05\n---\nx',
    'doc.pdf': 'x',
    'hidden.md': '---\nsitemap: false\n---\nx',
    '404.html': '---\n---\nx',
    'data.json': '---\n---\n{}',
    'style.css': 'x',
  })
  expect(output.get('sitemap.xml')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.sitemaps.org/schemas/sitemap/0.9 http://www.sitemaps.org/schemas/sitemap/0.9/sitemap.xsd" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url>
<loc>https://kiln.example/2020/01/01/first.html</loc>
<lastmod>2020-01-01T00:00:00+00:00</lastmod>
</url>
<url>
<loc>https://kiln.example/about/</loc>
</url>
<url>
<loc>https://kiln.example/p%20q.html</loc>
<lastmod>2020-05-05T00:00:00+00:00</lastmod>
</url>
<url>
<loc>https://kiln.example/tags/red/</loc>
</url>
<url>
<loc>https://kiln.example/tags/</loc>
</url>
<url>
<loc>https://kiln.example/doc.pdf</loc>
<lastmod>2024-01-02T03:04:05+00:00</lastmod>
</url>
</urlset>
`)
  expect(output.get('robots.txt')).toBe('Sitemap: https://kiln.example/sitemap.xml\n')
})

test('the site’s own robots.txt and sitemap.xml win', async () => {
  const output = await buildSite({
    '_config.yml': CONFIG,
    'robots.txt': 'mine',
    'sitemap.xml': '---\n---\nmine',
  })
  expect(Object.fromEntries(output)).toEqual({ 'robots.txt': 'mine', 'sitemap.xml': 'mine' })
})
