/**
 * What holds for every build: what is written depends on the site alone, nothing
 * is written that stands there already, and no moment is a bad one to stop at.
 */

import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { packageFolder } from '../conformance/compiled.mjs'
import { buildFolder, makeSite, readFolder } from '../support/site.ts'

const POSTS = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [
    `_posts/2024-0${1 + (index % 6)}-1${index % 3}-Post-${index}.md`,
    `---\ntags: [tag${index % 3}, ß]\ncategories: c${index % 2}\n---\nPost *${index}*\n`,
  ]),
)

const SITE = {
  '_config.yml':
    'timezone: Europe/Berlin\ncollections: {tools: {output: true}}\nplugins: [jekyll-feed, jekyll-sitemap]\n',
  '_layouts/default.html': '<title>{{ page.title }}</title>{{ content }}',
  '_includes/a.html': '{{ include.x }}',
  '_data/b/two.yml': 'n: 2',
  '_data/a.yml': 'n: 1',
  '_data/b/one.yml': 'n: 1',
  '_tools/saw.md': '---\nlayout: default\n---\nSaw\n',
  '_tools/axe.md': '---\n---\nAxe\n',
  '_tools/deep/hammer.md': '---\n---\nHammer\n',
  'index.html':
    '---\nlayout: default\n---\n{% for p in site.posts %}{{ p.url }} {{ p.date }}\n{% endfor %}' +
    '{% for p in site.pages %}{{ p.path }} {% endfor %}{{ site.data | jsonify }}' +
    '{% for f in site.static_files %}{{ f.path }} {{ f.modified_time }} {% endfor %}{% include a.html x=1 %}' +
    '{{ "ä,z,Z,a" | split: "," | sort | join }} {{ "iI" | upcase }} {{ 1234.5 }}',
  'z/about.md': '---\n---\n{% for t in site.tools %}{{ t.path }} {% endfor %}',
  'a/about.md': '---\n---\nsame name\n',
  'assets/b.txt': 'b',
  'assets/a.txt': 'a',
  'assets/main.scss': '---\n---\n@import "x";',
  '_sass/_x.scss': 'a { b: c }',
  ...POSTS,
}

test('building twice changes no byte and rewrites no file', async () => {
  const folder = await makeSite(SITE)
  await buildFolder(folder)
  const before = stateOf(join(folder, '_site'))
  expect(before.size).toBeGreaterThan(30)
  await buildFolder(folder)
  expect(stateOf(join(folder, '_site'))).toEqual(before)
})

/** Which file it is and when it last changed, of every file and folder. */
function stateOf(folder: string): Map<string, string> {
  const paths = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return new Map(
    paths.map((path) => {
      const { ino, mtimeNs } = fs.statSync(join(folder, path), { bigint: true })
      return [path, `${ino} ${mtimeNs}`]
    }),
  )
}

/** Everything that changes the disk. */
const CALLS = [
  'writeFileSync',
  'renameSync',
  'rmSync',
  'copyFileSync',
  'utimesSync',
  'mkdirSync',
  'mkdir',
  'rename',
  'writeFile',
] as const
type Call = (...args: unknown[]) => unknown

const originals: ReadonlyMap<string, Call> = new Map(
  [...CALLS, 'readdirSync' as const].map((name) => [name, fs[name] as unknown as Call]),
)
const readdirPromise = fs.promises.readdir

afterEach(revive)

/** The file system as it was. */
function revive(): void {
  Object.assign(fs, Object.fromEntries(originals))
  fs.promises.readdir = readdirPromise
  syncBuiltinESMExports()
}

test.each([
  ['backwards', <T>(names: T[]) => names.reverse()],
  ['halves swapped', <T>(names: T[]) => [...names.splice(names.length / 2), ...names]],
])('folders listed %s give the same site', async (_order, mix) => {
  const plain = await makeSite(SITE)
  await buildFolder(plain)
  const mixed = await makeSite(SITE)
  let listings = 0
  const listed: Call = (...args) => {
    listings++
    return mix(originals.get('readdirSync')?.(...args) as unknown[])
  }
  Object.assign(fs, { readdirSync: listed })
  const later: unknown = async (...args: Parameters<typeof readdirPromise>) =>
    mix(await readdirPromise(...args))
  fs.promises.readdir = later as typeof readdirPromise
  syncBuiltinESMExports()
  await buildFolder(mixed)
  expect(listings).toBeGreaterThan(5)
  expect(await readFolder(join(mixed, '_site'))).toEqual(await readFolder(join(plain, '_site')))
})

test('the zone and language of the machine change no byte', { timeout: 60_000 }, async () => {
  const main = join(packageFolder(), 'cli/main.js')
  const folder = await makeSite({
    ...SITE,
    '_config.yml': `${SITE['_config.yml']}time: 2024-12-01 00:00:00 +0000\n`,
  })
  const sites: Map<string, string>[] = []
  for (const env of [
    { TZ: 'UTC', LANG: 'C.UTF-8' },
    { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    { TZ: 'America/St_Johns', LANG: 'de_DE', LC_ALL: 'de_DE' },
  ]) {
    const options = { cwd: folder, env: { ...process.env, ...env } }
    execFileSync(process.execPath, [main, 'build', '--quiet'], options)
    sites.push(await readFolder(join(folder, '_site')))
    fs.rmSync(join(folder, '_site'), { recursive: true })
  }
  const [first, ...others] = sites
  expect(first?.size).toBeGreaterThan(30)
  for (const other of others) expect(other).toEqual(first)
})

describe('a build that is killed', () => {
  /** From the call number `last` on, the disk no longer changes; that call writes half a file. */
  function stopAt(last: number): void {
    let calls = 0
    for (const name of CALLS) {
      const original = originals.get(name) as Call
      const counted: Call = (...args) => {
        if (++calls < last) return original(...args)
        if (calls === last && name.startsWith('writeFile') && args[1] instanceof Uint8Array) {
          const half = args[1].subarray(0, args[1].length / 2)
          originals.get('writeFileSync')?.(args[0], half, args[2])
        }
        const answer = args.at(-1)
        if (typeof answer !== 'function') throw new Error('killed')
        answer(new Error('killed'))
      }
      Object.assign(fs, { [name]: counted })
    }
    syncBuiltinESMExports()
  }

  const OLD = {
    ...SITE,
    'gone.txt': 'gone',
    'was/folder.txt': 'x',
    'index.html': '---\n---\nold\n',
  }
  const NEW = {
    'index.html': '---\n---\nnew\n',
    was: 'a file now',
    'fresh/new.md': '---\n---\nnew\n',
  }

  async function prepare(): Promise<string> {
    const folder = await makeSite(OLD)
    await buildFolder(folder)
    fs.rmSync(join(folder, 'gone.txt'))
    fs.rmSync(join(folder, 'was'), { recursive: true })
    fs.mkdirSync(join(folder, 'fresh'))
    for (const [path, text] of Object.entries(NEW)) fs.writeFileSync(join(folder, path), text)
    fs.writeFileSync(join(folder, 'assets/a.txt'), 'another a')
    return folder
  }

  test('leaves every file old or new and whole, and the next build repairs it', {
    timeout: 120_000,
  }, async () => {
    const folder = await prepare()
    const old = await readFolder(join(folder, '_site'))
    const whole = await prepare()
    await buildFolder(whole)
    const fresh = await readFolder(join(whole, '_site'))
    expect(fresh).not.toEqual(old)

    let finished = false
    let moments = 0
    for (let last = 1; !finished; last++) {
      const copy = await prepare()
      stopAt(last)
      finished = await buildFolder(copy).then(
        () => true,
        () => false,
      )
      revive()
      const left = await readFolder(join(copy, '_site'))
      for (const [path, text] of left) {
        if (path.split('/').at(-1)?.startsWith('.newcomen-')) continue // made, not yet named
        expect([old.get(path), fresh.get(path)], `${path} after call ${last}`).toContain(text)
      }
      await buildFolder(copy)
      expect(await readFolder(join(copy, '_site'))).toEqual(fresh)
      moments++
    }
    expect(moments).toBeGreaterThan(10)
  })
})
