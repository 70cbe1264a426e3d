/**
 * The files that a migration adds, and the one line of `_config.yml` that it
 * changes. No content is touched.
 */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { filesToExclude, withExcluded } from './exclude.ts'
import { readText } from './findings.ts'

export interface Planned {
  readonly path: string
  readonly text: string
}

/** What is not there yet; a file that is there stays as it is, but for `exclude:`. */
export function planFiles(source: string, version: string): Planned[] {
  const planned: Planned[] = []
  if (!existsSync(join(source, 'package.json'))) {
    planned.push({ path: 'package.json', text: manifest(version) })
  }
  const config = readText(join(source, '_config.yml'))
  const missing = filesToExclude(config)
  const changed = missing.length === 0 ? config : withExcluded(config, missing)
  if (changed !== undefined && changed !== config) {
    planned.push({ path: '_config.yml', text: changed })
  }
  const workflow = '.github/workflows/pages.yml'
  if (!existsSync(join(source, workflow))) planned.push({ path: workflow, text: WORKFLOW })
  return planned
}

function manifest(version: string): string {
  const content = {
    private: true,
    scripts: { build: 'newcomen build', serve: 'newcomen serve' },
    devDependencies: { newcomen: `^${version}` },
  }
  return `${JSON.stringify(content, undefined, 2)}\n`
}

const WORKFLOW = `name: Pages

on:
  push: {branches: [main, master]}
  workflow_dispatch:

permissions: {contents: read, pages: write, id-token: write}

concurrency: {group: pages, cancel-in-progress: false}

jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: {fetch-depth: 0}
      - uses: actions/setup-node@v4
        with: {node-version: 22}
      - id: pages
        uses: actions/configure-pages@v5
      - run: npm install
      - run: npx build --baseurl "$BASE_PATH"
        env:
          BASE_PATH: \${{ steps.pages.outputs.base_path }}
          JEKYLL_ENV: production
      - uses: actions/upload-pages-artifact@v3
        with: {path: _site}
  deploy:
    needs: build
    runs-on: ubuntu-latest
    environment: {name: github-pages, url: "\${{ steps.deployment.outputs.page_url }}"}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v4
`
