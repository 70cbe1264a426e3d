import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

/** From the ground up: a file may import its own room and those before it. */
const ROOMS = [
  'util',
  'config',
  'themes',
  'site.ts',
  'plugin.ts',
  'urls',
  'highlight',
  'markdown',
  'cache',
  'liquid',
  'converters',
  'plugins',
  'engine.ts',
  'reader',
  'render',
  'writer',
  'build.ts',
  'server',
  'index.ts',
  'cli',
]
/** Doors of the package beside `index.ts`; nothing inside may use them. */
const DOORS = ['kramdown.ts']

const LARGE_PLUGINS = ['plugins/paginate-v2']

const SRC = resolve(import.meta.dirname, '../src')
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
const IMPORTS = FILES.flatMap((from) => importsOf(from).map((to) => ({ from, to })))

test('every file of src/ is in a room', () => {
  expect(FILES.filter((path) => !ROOMS.includes(roomOf(path)) && !DOORS.includes(path))).toEqual([])
})

test('imports go one way, from the ground up', () => {
  const wrong = IMPORTS.filter(
    ({ from, to }) => !DOORS.includes(from) && heightOf(to) > heightOf(from),
  )
  expect(wrong).toEqual([])
})

test('highlight/ and markdown/ import only util/, so that they stand alone', () => {
  const alone = IMPORTS.filter(({ from }) => ['highlight', 'markdown'].includes(roomOf(from)))
  expect(alone.filter(({ from, to }) => !['util', roomOf(from)].includes(roomOf(to)))).toEqual([])
})

test('a plugin imports only plugin.ts, as a stranger would', () => {
  const gathering = ['plugins/index.ts', 'plugins/load.ts']
  const plugins = IMPORTS.filter(
    ({ from }) =>
      roomOf(from) === 'plugins' && !gathering.includes(from) && !from.startsWith('plugins/html'),
  )
  // html.ts and its parts are to them what a package would be, and a large plugin has several files.
  const isOwn = (from: string, to: string) =>
    LARGE_PLUGINS.some((name) => from.startsWith(name) && to.startsWith(`${name}-`))
  const shared = ['plugin.ts', 'plugins/html.ts']
  expect(plugins.filter(({ from, to }) => !shared.includes(to) && !isOwn(from, to))).toEqual([])
})

test('only cli/ prints or ends the process', () => {
  const loud = /\bconsole\.\w+\(|\bprocess\.(exit|exitCode|stdout|stderr)\b/
  const quiet = FILES.filter((path) => roomOf(path) !== 'cli')
  expect(quiet.filter((path) => loud.test(codeOf(path)))).toEqual([])
})

function roomOf(path: string): string {
  return path.split('/')[0] ?? ''
}

/** Doors stand above everything, so an import of one is always wrong. */
function heightOf(path: string): number {
  const height = ROOMS.indexOf(roomOf(path))
  return height < 0 ? ROOMS.length : height
}

function importsOf(file: string): string[] {
  const specifiers = codeOf(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)
  return [...specifiers].map(([, specifier]) =>
    relative(SRC, join(SRC, dirname(file), specifier!)).replaceAll('\\', '/'),
  )
}

/** Without comments, which may show imports and print. */
function codeOf(file: string): string {
  return readFileSync(join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}
