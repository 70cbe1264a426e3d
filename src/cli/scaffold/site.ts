/**
 * What `newcomen new` writes: Jekyll's files, with npm in place of Bundler.
 */

import { strftime, type Time } from '../../util/dates.ts'
import { LAYOUTS } from './layouts.ts'

/** Path to text; an empty folder is a path that ends in `/`. */
export type Scaffold = ReadonlyMap<string, string>

/** Jekyll's theme for new sites, or layouts and a style sheet of the site's own. */
export type Look = typeof THEME | 'own layouts'

export const THEME = 'minima'

const IGNORED = '_site/\n.jekyll-cache/\n.jekyll-metadata\n.sass-cache/\nnode_modules/\n'

export function siteScaffold(version: string, time: Time, look: Look): Scaffold {
  const day = strftime(time, '%Y-%m-%d')
  return new Map([
    ['.github/workflows/pages.yml', WORKFLOW],
    ['.gitignore', IGNORED],
    ['404.html', NOT_FOUND],
    ...(look === THEME ? [] : LAYOUTS),
    ['_config.yml', settings(look)],
    [`_posts/${day}-welcome-to-jekyll.markdown`, welcome(strftime(time, '%Y-%m-%d %H:%M:%S %z'))],
    ['about.markdown', ABOUT],
    ['index.markdown', INDEX],
    ['package.json', manifest(version)],
  ])
}

export const BLANK: Scaffold = new Map([
  ['.gitignore', IGNORED],
  [
    '_config.yml',
    `title: ""\nurl: "" # such as https://example.com\nbaseurl: "" # such as /blog\n`,
  ],
  ['_data/', ''],
  ['_drafts/', ''],
  ['_includes/', ''],
  [
    '_layouts/default.html',
    `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{{ page.title | default: site.title | escape }}</title>
  <link rel="stylesheet" href="{{ "/assets/css/main.css" | relative_url }}">
</head>
<body>
{{ content }}
</body>
</html>
`,
  ],
  ['_posts/', ''],
  ['_sass/base.scss', 'body {\n  font-family: sans-serif;\n}\n'],
  ['assets/css/main.scss', '---\n---\n@import "base";\n'],
  ['index.md', '---\nlayout: default\ntitle: Home\n---\n# {{ page.title }}\n'],
])

function manifest(version: string): string {
  const content = {
    private: true,
    scripts: { build: 'newcomen build', serve: 'newcomen serve', doctor: 'newcomen doctor' },
    devDependencies: { newcomen: `^${version}` },
  }
  return `${JSON.stringify(content, undefined, 2)}\n`
}

function settings(look: Look): string {
  return `# Settings of the whole site. Templates see each of them as {{ site.NAME }}.

title: A new site
description: Notes on this and that.
author: Your name

# Where the site will be: https://example.com, and /blog if it is not at the top.
url: ""
baseurl: ""

${look === THEME ? `theme: ${THEME}\n` : ''}plugins:
  - jekyll-feed

# CSS as Dart Sass writes it. Without this line it is that of LibSass, as in Jekyll 4.3.
sass:
  implementation: dart-sass

# Files that belong to npm and not to the site.
exclude:
  - package.json
  - package-lock.json
`
}

const INDEX = `---
layout: home
---
`

const ABOUT = `---
layout: page
title: About
permalink: /about/
---

Who writes here, and what about. This text is in \`about.markdown\`.
`

const NOT_FOUND = `---
layout: default
title: Not found
permalink: /404.html
---
<h1>There is no such page</h1>
<p>It may have moved. The <a href="{{ "/" | relative_url }}">front page</a> lists everything.</p>
`

function welcome(date: string): string {
  return `---
layout: post
title: Welcome
date: ${date}
categories: [news]
tags: [first-steps]
---

This post is a file in \`_posts\`. Its name begins with its date; what stands
between the two lines of dashes says how it is shown.

To write another one:

\`\`\`console
$ npx newcomen post "My second post"
\`\`\`

To see the site while you write:

\`\`\`console
$ npx newcomen serve
\`\`\`

Posts are Markdown, with Liquid where you need it: this site is called
{{ site.title }}.
`
}

const WORKFLOW = `# Publishes the site on GitHub Pages. In the settings of the repository, under
# Pages, choose "GitHub Actions" as the source.
name: Pages

on:
  push: {branches: [main]}
  workflow_dispatch:

permissions: {contents: read}

concurrency: {group: pages, cancel-in-progress: false}

jobs:
  build:
    runs-on: ubuntu-latest
    permissions: {contents: read, pages: read}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: {node-version: 22}
      - id: pages
        uses: actions/configure-pages@v5
      - run: npm install
      - run: npx newcomen build --baseurl "$BASE_PATH"
        env:
          BASE_PATH: \${{ steps.pages.outputs.base_path }}
          JEKYLL_ENV: production
      - uses: actions/upload-pages-artifact@v3
        with: {path: _site}

  deploy:
    needs: build
    runs-on: ubuntu-latest
    permissions: {pages: write, id-token: write}
    environment: {name: github-pages, url: "\${{ steps.deployment.outputs.page_url }}"}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v4
`
