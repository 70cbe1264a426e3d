import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const COMMAND = fileURLToPath(new URL('run.mjs', import.meta.url))

test.each(['highlight', 'kramdown', 'liquid', 'scenarios'])(
  'every case of the suite %s passes, but for those that gaps.txt names, which fail',
  async (suite) => {
    const { output, status } = await conformance(suite)
    expect({ status, output: status === 0 ? '' : output }).toEqual({ status: 0, output: '' })
  },
  150_000,
)

function conformance(suite: string): Promise<{ output: string; status: number }> {
  return new Promise((done) => {
    const options = { maxBuffer: 1e9 }
    execFile(process.execPath, [COMMAND, suite, '--gaps'], options, (error, stdout, stderr) => {
      done({ output: stdout + stderr, status: error ? Number(error.code ?? 1) : 0 })
    })
  })
}
