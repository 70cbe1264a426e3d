/**
 * What people get wrong, and what they are told: a message to act on, the right
 * exit status, and an earlier `_site` that is as it was when the build fails.
 */

import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { type Files, makeSite, readFolder } from '../support/site.ts'

interface Outcome {
  readonly status: number
  /** Without Jekyll's advice to use --trace, which ends every failure. */
  readonly err: string
  /** The files of `_site` after the run. */
  readonly site: Readonly<Record<string, string>>
}

interface Attempt {
  readonly words?: readonly string[]
  /** What a list of files cannot say, such as a link. */
  readonly prepare?: (folder: string) => void
}

const EARLIER = { 'index.html': 'earlier' }
const ADVICE =
  / *Please append `--trace` to the `build` command \n *for any additional information or backtrace\.\n/

async function tryToBuild(files: Files, attempt: Attempt = {}): Promise<Outcome> {
  const folder = await makeSite({
    '_config.yml': 'time: 2024-06-01 12:00:00 +0000\nindex_pages: false\n',
    '_site/index.html': 'earlier',
    ...files,
  })
  attempt.prepare?.(folder)
  let err = ''
  const status = await run(attempt.words ?? ['build'], {
    cwd: folder,
    env: { TZ: 'UTC' },
    stdout: { write: () => true },
    stderr: {
      write: (text) => {
        err += text
      },
    },
    untilInterrupted: () => Promise.resolve(),
  })
  return {
    status,
    err: err.replace(ADVICE, '').replaceAll(folder, '<SITE>').trim(),
    site: Object.fromEntries(await readFolder(join(folder, '_site'))),
  }
}

test('unreadable YAML in the configuration', async () => {
  expect(await tryToBuild({ '_config.yml': 'name: Beam\ntitle: Up: down\n' })).toEqual({
    status: 1,
    err: `_config.yml:2:10: YAML Exception: mapping values are not allowed in this context

  2 | title: Up: down
               ^`,
    site: EARLIER,
  })
})

test('unreadable YAML in one post: the rest of the site is built', async () => {
  const { status, err, site } = await tryToBuild({
    '_posts/2024-01-02-beam.md': '---\ntitle: Up: down\n---\nBeam\n',
    'about.html': '---\n---\nAbout\n',
  })
  expect([status, site]).toEqual([
    0,
    { '2024/06/01/2024-01-02-beam.html': '<p>Beam</p>\n', 'about.html': 'About\n' },
  ])
  expect(
    err,
  ).toBe(`Error: YAML Exception reading _posts/2024-01-02-beam.md: mapping values are not allowed in this context
                    _posts/2024-01-02-beam.md:2:10`)
})

test('a layout that is not there', async () => {
  expect(await tryToBuild({ 'a.html': '---\nlayout: pots\n---\nA\n' })).toEqual({
    status: 0,
    err: "Build Warning: Layout 'pots' requested in a.html does not exist.",
    site: { 'a.html': 'A\n' },
  })
})

test('an include that is not there', async () => {
  const files = { '_includes/head.html': '', 'a.html': '---\n---\n<p>\n  {% include hed.html %}\n' }
  expect(await tryToBuild(files)).toEqual({
    status: 1,
    err: `a.html:4:3: Liquid Exception: Could not locate the included file 'hed.html' in any of ["<SITE>/_includes"]. Ensure it exists in one of those directories and, if it is a symlink, does not point outside your site source. in a.html

  4 |   {% include hed.html %}
        ^
  Did you mean 'head.html'?`,
    site: EARLIER,
  })
})

test('a tag that is never closed', async () => {
  expect(await tryToBuild({ 'a.html': '---\n---\n{% if page.title %}\nA\n' })).toEqual({
    status: 1,
    err: `a.html:5:1: Liquid Exception: Liquid syntax error (line 3): 'if' tag was never closed in a.html

  5 | 
      ^
  It begins on line 3; close it with {% endif %}.`,
    site: EARLIER,
  })
})

test('a tag that nobody knows', async () => {
  expect(await tryToBuild({ 'a.html': '---\n---\nA\n{% includ b.html %}\n' })).toEqual({
    status: 1,
    err: `a.html:4:1: Liquid Exception: Liquid syntax error (line 2): Unknown tag 'includ' in a.html

  4 | {% includ b.html %}
      ^
  Did you mean 'include'?`,
    site: EARLIER,
  })
})

test('an include from above the includes folder', async () => {
  expect(await tryToBuild({ 'a.html': '---\n---\n{% include ../_config.yml %}\n' })).toEqual({
    status: 1,
    err: `a.html:3:1: Liquid Exception: Invalid syntax for include tag. File contains invalid characters or sequences:

  ../_config.yml

Valid syntax:

  {% include file.ext param='value' param2='value' %} in a.html

  3 | {% include ../_config.yml %}
      ^`,
    site: EARLIER,
  })
})

test('an include that is a link to the world outside', async () => {
  const files = { '_includes/own.html': 'own', 'a.html': '---\n---\n{% include passwords %}\n' }
  const { status, err, site } = await tryToBuild(files, {
    prepare: (folder) => symlinkSync('/etc/passwd', join(folder, '_includes/passwords')),
  })
  expect([status, site]).toEqual([1, EARLIER])
  expect(err).toContain("Could not locate the included file 'passwords'")
})

test.each([['..'], ['.'], ['/']])('the destination %s', async (destination) => {
  const files = { 'a.html': '---\n---\nA\n' }
  expect(await tryToBuild(files, { words: ['build', '-d', destination] })).toEqual({
    status: 1,
    err: `Error: Destination directory cannot be or contain the Source directory.
                    The source is <SITE>; choose a folder beside or below it, such as _site.`,
    site: EARLIER,
  })
})

test('one path that would have to be a file and a folder', async () => {
  const files = {
    'shed.html/roof.html': '---\n---\nRoof\n',
    'shed.md': '---\npermalink: /shed.html\n---\nShed\n',
  }
  expect(await tryToBuild(files)).toEqual({
    status: 1,
    err: `shed.md: 'shed.html' would have to be a file, for shed.md, and a folder, for shed.html/roof.html.
  Give one of the two another permalink or name.`,
    site: EARLIER,
  })
})

test('a folder of the earlier site where a file belongs now gives way', async () => {
  const files = { '_site/a.html/old.txt': 'old', 'a.html': '---\n---\nA\n' }
  expect(await tryToBuild(files)).toEqual({ status: 0, err: '', site: { 'a.html': 'A\n' } })
})

test('a configuration that is a folder', async () => {
  const outcome = await tryToBuild(
    { 'a.html': '---\n---\nA\n' },
    {
      words: ['build', '--config', 'settings.yml'],
      prepare: (folder) => mkdirSync(join(folder, 'settings.yml')),
    },
  )
  expect(outcome).toEqual({
    status: 1,
    err: `Error: The configuration file '<SITE>/settings.yml' is a folder.
                    Rename the folder: a file of that name is the configuration.`,
    site: EARLIER,
  })
})

test('a page that is not UTF-8', async () => {
  const latin = new Uint8Array([...Buffer.from('---\n---\nCaf'), 0xe9])
  expect(await tryToBuild({ 'a.html': latin })).toEqual({
    status: 1,
    err: `a.html: Liquid Exception: invalid byte sequence in UTF-8 in a.html
  Save the file as UTF-8, or set \`encoding\`.`,
    site: EARLIER,
  })
})

test('a post that is not UTF-8 is left out', async () => {
  const latin = new Uint8Array([...Buffer.from('---\n---\nCaf'), 0xe9])
  const files = { '_posts/2024-01-02-cafe.md': latin, 'a.html': '---\n---\nA\n' }
  expect(await tryToBuild(files)).toEqual({
    status: 0,
    err: 'Error: could not read file _posts/2024-01-02-cafe.md: invalid byte sequence in UTF-8',
    site: { 'a.html': 'A\n' },
  })
})

test('a post without a date in its name', async () => {
  const files = { '_posts/beam.md': '---\n---\nBeam\n', 'a.html': '---\n---\nA\n' }
  expect(await tryToBuild(files)).toEqual({
    status: 0,
    err: 'Skipping: _posts/beam.md has no date in its name; call it YYYY-MM-DD-beam.md to make it a post.',
    site: { 'a.html': 'A\n' },
  })
})

test.each([
  ['2024-13-41-beam.md', '', '2024-13-41', 'filename'],
  ['2024-01-02-beam.md', 'date: soon\n', 'soon', 'YAML front matter'],
])('a post with a date that is none: %s %s', async (name, frontMatter, date, where) => {
  const files = { [`_posts/${name}`]: `---\n${frontMatter}---\nBeam\n` }
  expect(await tryToBuild(files)).toEqual({
    status: 1,
    err: `_posts/${name}: Invalid date '${date}': Document '_posts/${name}' does not have a valid date in the ${where}.
  Write the date as 2024-01-31 or 2024-01-31 18:30:00.`,
    site: EARLIER,
  })
})

test('a source that is not there', async () => {
  expect(await tryToBuild({}, { words: ['build', '-s', 'nowhere'] })).toEqual({
    status: 1,
    err: `Configuration file: none
             Error: No such file or directory - <SITE>/nowhere
                    The source must be a folder; see --source.`,
    site: EARLIER,
  })
})
