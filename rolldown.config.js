/**
 * Packs `src/` into `dist/`: what a build always needs in few files, because
 * opening some 250 modules one by one takes longer than building a small site.
 *
 * The entries are what package.json names, and what is loaded by its path at
 * the moment it is needed. What they share goes to `dist/shared/`; packages
 * stay in `node_modules/`.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'rolldown'

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const LANGUAGES = 'highlight/languages'

const entries = [
  'index',
  'plugin',
  'kramdown',
  'highlight/highlight',
  'cli/main',
  'cli/build',
  'cli/serve',
  'converters/sass-worker',
  ...readdirSync(`src/${LANGUAGES}`)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${LANGUAGES}/${file.slice(0, -3)}`),
]

export default defineConfig({
  input: Object.fromEntries(entries.map((entry) => [entry, `src/${entry}.ts`])),
  platform: 'node',
  logLevel: 'warn',
  external: (path) => Object.keys(dependencies).some((name) => `${path}/`.startsWith(`${name}/`)),
  output: {
    dir: 'dist',
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'shared/[name].js',
  },
})
