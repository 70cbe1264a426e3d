import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const COMMAND = fileURLToPath(new URL('run.mjs', import.meta.url))
const MINUTES = 60_000

test.each(['highlight', 'kramdown', 'liquid', 'sass'])(
  'every case of the suite %s passes, but for those that gaps.txt names, which fail',
  async (suite) => {
    expect(await surprises(suite)).toBe('none')
  },
  2 * MINUTES,
)

// Recorded on Linux: some sites hold links, and names that Windows does not allow.
test.skipIf(process.platform === 'win32')(
  'every scenario passes, but for those that gaps.txt names, which fail',
  async () => {
    expect(await surprises('scenarios')).toBe('none')
  },
  3 * MINUTES,
)

function surprises(suite: string): Promise<string> {
  return new Promise((done) => {
    const options = { maxBuffer: 1e9 }
    execFile(process.execPath, [COMMAND, suite, '--gaps'], options, (error, stdout, stderr) => {
      done(error ? stdout + stderr : 'none')
    })
  })
}
