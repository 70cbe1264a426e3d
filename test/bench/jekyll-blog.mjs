/**
 * The benchmark's blog as a Jekyll site: layouts in layouts, includes, front
 * matter defaults, data, Sass, and pages that list every post.
 */

export function jekyllBlog(posts) {
  return new Map([...Object.entries(SITE), ...posts.map(postFile)])
}

function postFile({ date, slug, title, tags, category, body }) {
  const lines = [
    '---',
    `title: "${title}"`,
    `tags: [${tags.join(', ')}]`,
    `categories: ${category}`,
    '---',
  ]
  return [`_posts/${date}-${slug}.md`, `${lines.join('\n')}\n\n${body}`]
}

const SITE = {
  '_config.yml': `title: Benchmark
description: A blog of made-up posts
url: https://blog.example.org
permalink: /:categories/:year/:month/:title/
timezone: UTC
index_pages: false
sass:
  style: compressed
defaults:
  - scope: {path: "", type: posts}
    values: {layout: post, author: ada}
`,
  '_data/authors.yml': 'ada:\n  name: Ada Example\n  mail: ada@example.org\n',
  '_data/menu.yml':
    '- {title: Archive, url: /archive.html}\n- {title: Tags, url: /tags.html}\n- {title: About, url: /about.html}\n',
  '_includes/head.html': `<meta charset="utf-8">
<title>{% if page.title %}{{ page.title | escape }} · {% endif %}{{ site.title | escape }}</title>
<meta name="description" content="{{ page.excerpt | default: site.description | strip_html | normalize_whitespace | truncate: 160 | escape }}">
<link rel="canonical" href="{{ page.url | absolute_url }}">
<link rel="stylesheet" href="{{ '/assets/site.css' | relative_url }}">
`,
  '_includes/menu.html': `<nav>
{%- for entry in site.data.menu %}
  <a href="{{ entry.url | relative_url }}"{% if entry.url == page.url %} class="here"{% endif %}>{{ entry.title }}</a>
{%- endfor %}
</nav>
`,
  '_includes/post-line.html': `<li><time datetime="{{ include.post.date | date_to_xmlschema }}">{{ include.post.date | date: "%-d %B %Y" }}</time>
<a href="{{ include.post.url | relative_url }}">{{ include.post.title | escape }}</a></li>
`,
  '_layouts/default.html': `<!DOCTYPE html>
<html lang="en">
<head>{% include head.html %}</head>
<body class="{{ page.layout }}">
<header><a href="{{ '/' | relative_url }}">{{ site.title }}</a>{% include menu.html %}</header>
<main>{{ content }}</main>
<footer>{{ site.description }} · {{ site.posts.size }} posts</footer>
</body>
</html>
`,
  '_layouts/page.html': '---\nlayout: default\n---\n<h1>{{ page.title }}</h1>\n{{ content }}\n',
  '_layouts/post.html': `---
layout: default
---
{%- assign author = site.data.authors[page.author] -%}
<article>
<h1>{{ page.title | escape }}</h1>
<p><time>{{ page.date | date: "%b %-d, %Y" }}</time> by <a href="mailto:{{ author.mail }}">{{ author.name }}</a>,
{{ content | number_of_words | divided_by: 200 | plus: 1 }} min</p>
{{ content }}
<ul>{% for tag in page.tags %}<li><a href="{{ '/tags.html' | relative_url }}#{{ tag | slugify }}">{{ tag }}</a></li>{% endfor %}</ul>
<nav>
{%- if page.previous %}<a href="{{ page.previous.url | relative_url }}">{{ page.previous.title | escape }}</a>{% endif -%}
{%- if page.next %}<a href="{{ page.next.url | relative_url }}">{{ page.next.title | escape }}</a>{% endif -%}
</nav>
<ul>{% for post in site.related_posts limit: 3 %}{% include post-line.html post=post %}{% endfor %}</ul>
</article>
`,
  'index.html': `---
layout: default
---
{% for post in site.posts limit: 10 %}
<section><h2><a href="{{ post.url | relative_url }}">{{ post.title | escape }}</a></h2>{{ post.excerpt }}</section>
{% endfor %}
`,
  'archive.html':
    '---\nlayout: page\ntitle: Archive\n---\n<ul>{% for post in site.posts %}{% include post-line.html post=post %}{% endfor %}</ul>\n',
  'tags.html': `---
layout: page
title: Tags
---
{% for tag in site.tags %}<h2 id="{{ tag[0] | slugify }}">{{ tag[0] }} ({{ tag[1].size }})</h2>
<ul>{% for post in tag[1] %}<li><a href="{{ post.url | relative_url }}">{{ post.title | escape }}</a></li>{% endfor %}</ul>
{% endfor %}
`,
  'about.md':
    '---\nlayout: page\ntitle: About\n---\n\nPosts that nobody wrote, for a build that nobody waits for.\n',
  'feed.xml': `---
---
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>{{ site.title | xml_escape }}</title>
{% for post in site.posts limit: 20 %}<entry><title>{{ post.title | xml_escape }}</title>
<id>{{ post.url | absolute_url }}</id><updated>{{ post.date | date_to_xmlschema }}</updated>
<content type="html">{{ post.content | xml_escape }}</content></entry>
{% endfor %}</feed>
`,
  'assets/site.scss': `---
---
$ink: #222;
@import "page";
`,
  '_sass/_page.scss': `
body { color: $ink; max-width: 44rem; margin: auto; a { color: mix(blue, $ink, 60%); &:hover { color: $ink; } } }
main { h1, h2 { line-height: 1.2; } pre { overflow: auto; background: rgba($ink, .05); } }
`,
}
