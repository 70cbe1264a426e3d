import { expect, test } from 'vitest'
import { buildSite } from '../support/site.ts'

const CONFIG = `url: https://kiln.example
title: Kiln
description: Pots
plugins: [jekyll-seo-tag]
`

test('a home page', async () => {
  const output = await buildSite({
    '_config.yml': `${CONFIG}author: ulf\ntwitter: {username: kiln}\nlogo: /logo.png\n`,
    'index.html': '---\n---\n{% seo %}',
  })
  expect(output.get('index.html')).toBe(`<!-- Begin Jekyll SEO tag v2.8.0 -->
<title>Kiln | Pots</title>
<meta name="generator" content="Jekyll v4.3.1" />
<meta property="og:title" content="Kiln" />
<meta name="author" content="ulf" />
<meta property="og:locale" content="en_US" />
<meta name="description" content="Pots" />
<meta property="og:description" content="Pots" />
<link rel="canonical" href="https://kiln.example/" />
<meta property="og:url" content="https://kiln.example/" />
<meta property="og:site_name" content="Kiln" />
<meta property="og:type" content="website" />
<meta name="twitter:card" content="summary" />
<meta property="twitter:title" content="Kiln" />
<meta name="twitter:site" content="@kiln" />
<meta name="twitter:creator" content="@ulf" />
<script type="application/ld+json">
{"@context":"https://schema.org","@type":"WebSite","author":{"@type":"Person","name":"ulf"},"description":"Pots","headline":"Kiln","name":"Kiln","publisher":{"@type":"Organization","logo":{"@type":"ImageObject","url":"https://kiln.example/logo.png"},"name":"ulf"},"url":"https://kiln.example/"}</script>
<!-- End Jekyll SEO tag -->
`)
})

test('a post with a picture', async () => {
  const output = await buildSite({
    '_config.yml': CONFIG,
    '_layouts/post.html': '{% seo title=false %}',
    '_posts/2020-01-03-z.md':
      '---\nlayout: post\ntitle: "*Zed* & co"\nimage: {path: /z.png, height: 10, alt: Z}\n---\nBody text.\n',
  })
  expect(output.get('2020/01/03/z.html')).toBe(`<!-- Begin Jekyll SEO tag v2.8.0 -->
<meta name="generator" content="Jekyll v4.3.1" />
<meta property="og:title" content="Zed &amp; co" />
<meta property="og:locale" content="en_US" />
<meta name="description" content="Body text." />
<meta property="og:description" content="Body text." />
<link rel="canonical" href="https://kiln.example/2020/01/03/z.html" />
<meta property="og:url" content="https://kiln.example/2020/01/03/z.html" />
<meta property="og:site_name" content="Kiln" />
<meta property="og:image" content="https://kiln.example/z.png" />
<meta property="og:image:height" content="10" />
<meta property="og:image:alt" content="Z" />
<meta property="og:type" content="article" />
<meta property="article:published_time" content="2020-01-03T00:00:00+00:00" />
<meta name="twitter:card" content="summary_large_image" />
<meta property="twitter:image" content="https://kiln.example/z.png" />
<meta name="twitter:image:alt" content="Z" />
<meta property="twitter:title" content="Zed &amp; co" />
<script type="application/ld+json">
{"@context":"https://schema.org","@type":"BlogPosting","dateModified":"2020-01-03T00:00:00+00:00","datePublished":"2020-01-03T00:00:00+00:00","description":"Body text.","headline":"Zed &amp; co","image":{"height":10,"alt":"Z","url":"https://kiln.example/z.png","@type":"imageObject"},"mainEntityOfPage":{"@type":"WebPage","@id":"https://kiln.example/2020/01/03/z.html"},"url":"https://kiln.example/2020/01/03/z.html"}</script>
<!-- End Jekyll SEO tag -->
`)
})

test('a name cannot end the script', async () => {
  const output = await buildSite({
    '_config.yml': 'plugins: [jekyll-seo-tag]\n',
    'a.html': '---\nauthor: "</script><b>"\n---\n{% seo %}',
  })
  expect(output.get('a.html')).toContain('"author":{"@type":"Person","name":"<\\/script><b>"}')
})

test('a page without an author on a site that has one', async () => {
  const output = await buildSite({
    '_config.yml': `${CONFIG}author: ulf\ntwitter: {username: kiln}\n`,
    'a.html': '---\nauthor: false\ncanonical_url: 5\n---\n{% seo %}',
  })
  expect(output.get('a.html')).toBe(`<!-- Begin Jekyll SEO tag v2.8.0 -->
<title>Kiln | Pots</title>
<meta name="generator" content="Jekyll v4.3.1" />
<meta property="og:title" content="Kiln" />
<meta property="og:locale" content="en_US" />
<meta name="description" content="Pots" />
<meta property="og:description" content="Pots" />
<link rel="canonical" href="5" />
<meta property="og:url" content="5" />
<meta property="og:site_name" content="Kiln" />
<meta property="og:type" content="website" />
<meta name="twitter:card" content="summary" />
<meta property="twitter:title" content="Kiln" />
<meta name="twitter:site" content="@kiln" />
<script type="application/ld+json">
{"@context":"https://schema.org","@type":"WebPage","description":"Pots","headline":"Kiln","url":5}</script>
<!-- End Jekyll SEO tag -->
`)
})
