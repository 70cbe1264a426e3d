/**
 * The look of a new site where its theme cannot be had: layouts and a style sheet
 * of its own. The layouts have the names of those of Jekyll's theme for new sites,
 * so that a site can change to that by naming it and removing these.
 */

export const LAYOUTS: ReadonlyMap<string, string> = new Map([
  [
    '_layouts/default.html',
    `<!DOCTYPE html>
<html lang="{{ page.lang | default: site.lang | default: "en" }}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{% if page.title %}{{ page.title | escape }} · {% endif %}{{ site.title | escape }}</title>
  <meta name="description" content="{{ page.description | default: site.description | strip_newlines | escape }}">
  <link rel="stylesheet" href="{{ "/assets/css/main.css" | relative_url }}">
  <link rel="alternate" type="application/atom+xml" title="{{ site.title | escape }}" href="{{ "/feed.xml" | relative_url }}">
</head>
<body>
  <header>
    <a class="site-title" href="{{ "/" | relative_url }}">{{ site.title | escape }}</a>
    <nav>
      <a href="{{ "/about/" | relative_url }}">About</a>
      <a href="{{ "/tags/" | relative_url }}">Tags</a>
    </nav>
  </header>
  <main>
{{ content }}
  </main>
  <footer>
    <p>{{ site.description | escape }}</p>
  </footer>
</body>
</html>
`,
  ],
  [
    '_layouts/home.html',
    `---
layout: default
---
{{ content }}
<h1>Latest posts</h1>
<ul class="posts">
{%- for post in site.posts %}
  <li>
    <time datetime="{{ post.date | date_to_xmlschema }}">{{ post.date | date: "%-d %B %Y" }}</time>
    <a href="{{ post.url | relative_url }}">{{ post.title | escape }}</a>
  </li>
{%- endfor %}
</ul>
`,
  ],
  [
    '_layouts/page.html',
    `---
layout: default
---
<article>
<h1>{{ page.title | escape }}</h1>
{{ content }}
</article>
`,
  ],
  [
    '_layouts/post.html',
    `---
layout: default
---
<article>
<h1>{{ page.title | escape }}</h1>
<p class="date"><time datetime="{{ page.date | date_to_xmlschema }}">{{ page.date | date: "%-d %B %Y" }}</time></p>
{{ content }}
</article>
`,
  ],
  [
    'assets/css/main.scss',
    `---
# These two lines make this file be built.
---
$ink: #24292f;
$paper: #fffdf9;
$accent: #9a3b1e;

body {
  max-width: 42rem;
  margin: 0 auto;
  padding: 0 1rem;
  background: $paper;
  color: $ink;
  font: 1.0625rem/1.6 Georgia, serif;
}

a {
  color: $accent;
}

header {
  display: flex;
  justify-content: space-between;
  padding: 2rem 0 1rem;

  nav a {
    margin-left: 1rem;
  }
}

.site-title {
  color: $ink;
  font-weight: bold;
  text-decoration: none;
}

.posts {
  padding: 0;
  list-style: none;
}

.posts time,
.date,
footer {
  color: #57606a;
  font-size: 0.875rem;
}

pre {
  padding: 0.75rem;
  overflow-x: auto;
  background: #f4f0e8;
}
`,
  ],
])
