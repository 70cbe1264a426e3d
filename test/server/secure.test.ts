/** HTTPS. Needs the program openssl to make a certificate; without it, skipped aloud. */

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { serve } from '../../src/server/serve.ts'
import { createLog } from '../../src/util/log.ts'

const isThere = spawnSync('openssl', ['version']).status === 0
if (!isThere) console.warn('No openssl: the tests of HTTPS are skipped.')

const KINDS = { RSA: ['rsa:2048'], EC: ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'] }

function makeSite(config: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'newcomen-secure-')))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, '_site'))
  writeFileSync(join(folder, '_site/index.html'), 'home')
  writeFileSync(join(folder, '_config.yml'), config)
  return folder
}

function ask(port: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, rejectUnauthorized: false, agent: false }
    const asking = request(options, (response) => {
      response.on('data', (data) => resolve(String(data)))
    })
    asking.on('error', reject).end()
  })
}

describe.skipIf(!isThere)('over HTTPS', () => {
  test.each(Object.entries(KINDS))(
    'a site is served with a key of kind %s',
    async (_kind, words) => {
      const folder = makeSite('{port: 0, ssl_cert: cert.pem, ssl_key: key.pem}')
      const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')]
      const more = ['-nodes', '-subj', '/CN=localhost', '-days', '2']
      const all = ['req', '-x509', '-newkey', ...words, ...files, ...more]
      execFileSync('openssl', all, { stdio: 'ignore' })
      const server = await serve(await loadConfig({ cwd: folder, log: createLog() }))
      onTestFinished(() => server.close())
      const { port, protocol } = new URL(server.url)
      expect([protocol, await ask(port)]).toEqual(['https:', 'home'])
    },
  )
})

test('a key without a certificate is an error', async () => {
  const config = await loadConfig({
    cwd: makeSite('{port: 0, ssl_key: key.pem}'),
    log: createLog(),
  })
  await expect(serve(config)).rejects.toThrow('Missing --ssl_cert or --ssl_key. Both are required.')
})

test('a certificate that is none is an error', async () => {
  const folder = makeSite('{port: 0, ssl_cert: cert.pem, ssl_key: key.pem}')
  writeFileSync(join(folder, 'cert.pem'), 'no')
  writeFileSync(join(folder, 'key.pem'), 'no')
  const config = await loadConfig({ cwd: folder, log: createLog() })
  await expect(serve(config)).rejects.toThrow('The certificate or its key cannot be used')
})
