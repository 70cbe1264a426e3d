/**
 * The server at a terminal, with a keyboard.
 *
 * Node has no terminals to give, so Python lends one; without it, these tests are
 * skipped and say so.
 */

import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { packageFolder } from '../conformance/compiled.mjs'
import { type Folder, makeFolder } from './make.ts'

const isThere = spawnSync('python3', ['-c', 'import pty']).status === 0
if (!isThere) console.warn('No Python: the tests of the terminal are skipped.')

const TERMINAL =
  "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(['/bin/sh', '-c', sys.argv[1]])))"

const SITE = { '_config.yml': 'index_pages: false\n', 'index.html': '---\n---\nhome\n' }
const SERVE = `'${process.execPath}' '${join(packageFolder(), 'cli/main.js')}' serve --port 0`

/** A terminal in which `command` runs, a command line of `sh`. */
function openTerminal({ path }: Folder, command: string) {
  const terminal = spawn('python3', ['-c', TERMINAL, command], { cwd: path })
  onTestFinished(() => void terminal.kill())
  const ended = once(terminal, 'exit').then(([status]) => status)
  let said = ''
  let heard = () => {}
  terminal.stdout.on('data', (text) => {
    said += text
    heard()
  })
  return {
    ended,
    type: (keys: string) => terminal.stdin.write(keys),
    /** Answers as soon as what was said since the last time matches. */
    waitFor: (pattern: RegExp) =>
      new Promise<RegExpExecArray>((resolve) => {
        heard = () => {
          const found = pattern.exec(said)
          if (!found) return
          said = ''
          resolve(found)
        }
        heard()
      }),
  }
}

describe.skipIf(!isThere)('at a terminal', () => {
  test('each build is one line, and keys build again and quit', async () => {
    const site = makeFolder(SITE)
    const { ended, type, waitFor } = openTerminal(site, `exec ${SERVE}`)
    await waitFor(/r builds again, o opens a browser, q quits\.\r\n$/)
    site.put('index.html', '---\n---\nchanged\n')
    await waitFor(/^ +Regenerated: index\.html → 1 file in \d+ ms\r\n$/)
    type('r')
    await waitFor(/^Configuration file: .*\r\n +Regenerated: everything → 0 files in \d+ ms\r\n$/)
    type('q')
    expect(await ended).toBe(0)
  })

  test('Ctrl-C ends the server with status 0', async () => {
    const { ended, type, waitFor } = openTerminal(makeFolder(SITE), `exec ${SERVE}`)
    await waitFor(/q quits/)
    type('\x03')
    expect(await ended).toBe(0)
  })

  test('in the background, the server leaves the keyboard to others', async () => {
    const command = `set -m; ${SERVE} & read line; echo "read $line"; kill %1; wait %1; exit $?`
    const { ended, type, waitFor } = openTerminal(makeFolder(SITE), command)
    const [said, url = ''] = await waitFor(/Server address: (\S+)\r\n +Server running.*\r\n/)
    expect(said).not.toMatch('q quits')
    expect((await fetch(url)).status).toBe(200)
    type('quit\n')
    await waitFor(/read quit/)
    expect(await ended).toBe(0)
  })
})
