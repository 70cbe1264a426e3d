/**
 * The benchmark's blog as a plain Hugo site: the same posts, and layouts that do
 * about the same work.
 */

export function hugoBlog(posts) {
  return new Map([...Object.entries(SITE), ...posts.map(postFile)])
}

function postFile({ date, slug, title, tags, category, body }) {
  const lines = [
    '---',
    `title: "${title}"`,
    `date: ${date}`,
    `tags: [${tags.join(', ')}]`,
    `categories: [${category}]`,
    `slug: ${slug}`,
    '---',
  ]
  return [`content/posts/${date}-${slug}.md`, `${lines.join('\n')}\n\n${body}`]
}

const LIST = `{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .RegularPages }}{{ partial "post-line.html" . }}{{ end }}</ul>{{ end }}
`

const SITE = {
  'config.toml': `baseURL = "https://blog.example.org/"
title = "Benchmark"
languageCode = "en"
disableKinds = ["sitemap", "robotsTXT", "404"]
[params]
description = "A blog of made-up posts"
[permalinks]
posts = "/:sections/:year/:month/:slug/"
[markup.highlight]
noClasses = false
[services.rss]
limit = 20
[[menu.main]]
name = "Archive"
url = "/posts/"
[[menu.main]]
name = "Tags"
url = "/tags/"
`,
  'content/about.md': '---\ntitle: About\n---\n\nPosts that nobody wrote.\n',
  'layouts/_default/baseof.html': `<!DOCTYPE html>
<html lang="en">
<head>{{ partial "head.html" . }}</head>
<body>
<header><a href="{{ "/" | relURL }}">{{ .Site.Title }}</a>{{ partial "menu.html" . }}</header>
<main>{{ block "main" . }}{{ end }}</main>
<footer>{{ .Site.Params.description }} · {{ len .Site.RegularPages }} posts</footer>
</body>
</html>
`,
  'layouts/partials/head.html': `<meta charset="utf-8">
<title>{{ with .Title }}{{ . }} · {{ end }}{{ .Site.Title }}</title>
<meta name="description" content="{{ .Summary | plainify | truncate 160 }}">
<link rel="canonical" href="{{ .Permalink }}">
<link rel="stylesheet" href="{{ "assets/site.css" | relURL }}">
`,
  'layouts/partials/menu.html':
    '<nav>{{ range .Site.Menus.main }}<a href="{{ .URL }}">{{ .Name }}</a>{{ end }}</nav>\n',
  'layouts/partials/post-line.html': `<li><time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2 January 2006" }}</time>
<a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
`,
  'layouts/_default/single.html': `{{ define "main" }}<article>
<h1>{{ .Title }}</h1>
<p><time>{{ .Date.Format "Jan 2, 2006" }}</time> by Ada Example, {{ .ReadingTime }} min</p>
{{ .Content }}
<ul>{{ range .Params.tags }}<li><a href="{{ "/tags/" | relURL }}#{{ . | urlize }}">{{ . }}</a></li>{{ end }}</ul>
<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
<ul>{{ range first 3 .Site.RegularPages }}{{ partial "post-line.html" . }}{{ end }}</ul>
</article>{{ end }}
`,
  'layouts/_default/list.html': LIST,
  'layouts/_default/terms.html': `{{ define "main" }}{{ range .Data.Terms }}<h2>{{ .Page.Title }} ({{ .Count }})</h2>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}{{ end }}
`,
  'layouts/index.html': `{{ define "main" }}{{ range first 10 .Site.RegularPages }}
<section><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>{{ .Summary }}</section>{{ end }}{{ end }}
`,
  'static/assets/site.css': 'body { max-width: 44rem; margin: auto }\n',
}
