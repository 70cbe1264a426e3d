import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { makeFolder } from './make.ts'

const SITE = {
  '_config.yml': 'port: 0\nindex_pages: false\ntitle: One\n',
  'index.html': '---\n---\n{{ site.title }} at {{ site.url }}\n',
}

/** A page without the script that every page of a watched site carries. */
async function text(url: string): Promise<string> {
  const html = await (await fetch(url)).text()
  return html.replace(/<script src="\/\.newcomen\/live\.js[^>]*><\/script>/, '')
}

test('serve builds, serves, and builds again what changes', async () => {
  const site = makeFolder(SITE)
  const serving = site.start(['serve'])
  const [, url = ''] = await serving.waitFor(/Server address: (.*)\n +Server running/)
  expect(await text(url)).toBe('One at http://localhost:0\n')

  site.put('_config.yml', 'port: 0\nindex_pages: false\ntitle: Two\n')
  await serving.waitFor(/1 file\(s\) changed at .*\n +_config\.yml\n(.*\n)*? +\.\.\.done in/)
  expect(await text(url)).toBe('Two at http://localhost:0\n')

  site.put('index.html', '---\n---\nchanged\n')
  await serving.waitFor(/1 file\(s\) changed at .*\n +index\.html\n +\.\.\.done in/)
  expect(await text(url)).toBe('changed\n')

  const { status, err } = await serving.stop()
  expect([status, err]).toEqual([0, ''])
})

test('a failing build is reported, and the last good site stays', async () => {
  const site = makeFolder(SITE)
  const serving = site.start(['serve', '--baseurl', '/blog'])
  const [, url = ''] = await serving.waitFor(/Server address: (.*\/blog\/)\n +Server running/)

  site.put('index.html', '---\n---\n{% nope %}\n')
  await serving.waitFor(/index\.html:3:1: Liquid Exception: .*Unknown tag 'nope'(.*\n)*.*backtrace/)
  expect(await text(url)).toBe('One at http://localhost:0\n')

  site.put('index.html', '---\n---\nmended\n')
  await serving.waitFor(/\.\.\.done in/)
  expect(await text(url)).toBe('mended\n')
  expect((await serving.stop()).status).toBe(0)
})

test('a broken configuration is tried again at the next change', async () => {
  const site = makeFolder(SITE)
  const serving = site.start(['serve'])
  const [, url = ''] = await serving.waitFor(/Server address: (.*)\n +Server running/)
  site.put('_config.yml', 'title: [\n')
  await serving.waitFor(/backtrace/)
  site.put('_config.yml', 'port: 0\nindex_pages: false\ntitle: Two\n')
  await serving.waitFor(/\.\.\.done in/)
  expect(await text(url)).toBe('Two at http://localhost:0\n')
})

test('a policy under which pages cannot reload is told of, once, with what to add', async () => {
  const config = `${SITE['_config.yml']}webrick: {headers: {Content-Security-Policy: sandbox}}\n`
  const site = makeFolder({ ...SITE, '_config.yml': config })
  const serving = site.start(['serve'])
  await serving.waitFor(/Server running/)
  site.put('index.html', '---\n---\nchanged\n')
  await serving.waitFor(/\.\.\.done in/)
  expect((await serving.stop()).err).toBe(
    [
      "       Live reload: Open pages will not reload: webrick.headers has a Content-Security-Policy with 'sandbox'.",
      "                    Add 'allow-scripts allow-same-origin' behind 'sandbox', or use --no-livereload.\n",
    ].join('\n'),
  )
})

test('outside development the address of the site is that of the configuration', async () => {
  const site = makeFolder({
    ...SITE,
    '_config.yml': 'url: https://a.example\nindex_pages: false\n',
  })
  await site.run(['serve', '--port', '0', '--no-watch'], { JEKYLL_ENV: 'production' })
  expect(site.read('_site/index.html')).toBe(' at https://a.example\n')
})

test('without the initial build, what is there is served', async () => {
  const site = makeFolder({ ...SITE, '_site/index.html': 'earlier' })
  const serving = site.start(['serve', '--skip-initial-build', '--no-watch'])
  const [, url = ''] = await serving.waitFor(/Server address: (.*)\n/)
  expect(await text(url)).toBe('earlier')
})

test('build --watch builds again until it is stopped', async () => {
  const site = makeFolder(SITE)
  const building = site.start(['build', '--watch'])
  await building.waitFor(/Auto-regeneration: enabled for/)
  site.put('new/page.html', '---\n---\nnew\n')
  await building.waitFor(/ +new\/page\.html\n +\.\.\.done in/)
  expect(site.read('_site/new/page.html')).toBe('new\n')
  const { status, out } = await building.stop()
  expect([status, out.split('\n').at(-2)]).toEqual([
    0,
    '                    Halting auto-regeneration.',
  ])
})

test('flags of live reload need live reload, as in Jekyll', async () => {
  const site = makeFolder(SITE)
  const { status, err } = await site.run(['serve', '--livereload-min-delay', '1'])
  expect([status, err.split('\n')[0]?.trim()]).toEqual([
    1,
    'Error: --livereload-min-delay, --livereload-max-delay, --livereload-ignore, and ' +
      '--livereload-port require the --livereload option.',
  ])
})

test('the LiveReload protocol has no SSL, as in Jekyll', async () => {
  const site = makeFolder({ ...SITE, a: '', b: '' })
  const { status, err } = await site.run(['serve', '-l', '--ssl-cert', 'a', '--ssl-key', 'b'])
  expect([status, err.split('\n')[0]?.trim()]).toEqual([
    1,
    'Error: LiveReload does not support SSL',
  ])
})

test('a chosen port that is taken is an error that names a free one', async () => {
  const site = makeFolder(SITE)
  const taken = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void taken.close())
  await once(taken, 'listening')
  const address = taken.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const { status, err } = await site.run(['serve', '--port', `${port}`])
  expect(status).toBe(1)
  expect(err).toMatch(`Address already in use: 127.0.0.1:${port}.`)
  expect(err).toMatch(/Port \d+ is free: stop the other server, or serve with --port \d+\./)
})

test('a server for the whole network says where to look', async () => {
  const site = makeFolder({ ...SITE, '_config.yml': 'port: 0\ntitle: One\nbaseurl: /my blog\n' })
  const opened: string[] = []
  const serving = site.start(['serve', '-H', '0.0.0.0', '-o'], {
    openUrl: (url) => opened.push(url),
  })
  const [, port = ''] = await serving.waitFor(
    /Server address: http:\/\/0\.0\.0\.0:(\d+)\/my%20blog\/\n +http:\/\/127\.0\.0\.1:\1\/my%20blog\/\n(.*\n)* +Server running/,
  )
  expect(opened).toEqual([`http://127.0.0.1:${port}/my%20blog/`])
  expect(await text(`http://127.0.0.1:${port}/my%20blog/`)).toBe('One at http://0.0.0.0:0\n')
})

test('settings that cannot be served leave the old ones in force', async () => {
  const port = await freePort()
  const config = (more: string) => `port: ${port}\nindex_pages: false\n${more}\n`
  const site = makeFolder({
    ...SITE,
    '_config.yml': config('title: One'),
    cert: 'no certificate',
    key: 'no key',
  })
  const serving = site.start(['serve'])
  const [, url = ''] = await serving.waitFor(/Server address: (.*)\n +Server running/)
  site.put('_config.yml', config('ssl_cert: cert\nssl_key: key'))
  await serving.waitFor(/The certificate or its key cannot be used(.*\n)*.*backtrace/)
  expect(await text(url)).toBe(`One at http://localhost:${port}\n`)
  site.put('_config.yml', config('title: Two'))
  await serving.waitFor(/\.\.\.done in/)
  expect(await text(url)).toBe(`Two at http://localhost:${port}\n`)
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

test('detached, the site is built and its server told', async () => {
  const site = makeFolder(SITE)
  const calls: (readonly string[])[] = []
  const opened: string[] = []
  const detach = async (more: readonly string[]) => {
    calls.push(more)
    return { pid: 4711, url: 'http://127.0.0.1:4000/' }
  }
  const openUrl = (url: string) => opened.push(url)
  const { status, out } = await site.run(['serve', '-B', '-o'], {}, { detach, openUrl })
  expect(opened).toEqual(['http://127.0.0.1:4000/'])
  expect([status, calls]).toEqual([
    0,
    [['--no-detach', '--no-watch', '--skip-initial-build', '--no-open-url', '--quiet']],
  ])
  expect(out).toMatch(/Server address: http:\/\/127\.0\.0\.1:4000\/\n/)
  expect(out).toMatch("Server detached with pid '4711'. Run `kill 4711` to stop the server.")
})

test('the address is opened, and keys build again, open and quit', async () => {
  const site = makeFolder(SITE)
  const opened: string[] = []
  let press = (_key: string) => {}
  const keyboard = {
    openUrl: (url: string) => opened.push(url),
    listenToKeys: (listener: (key: string) => void) => {
      press = listener
      return () => {}
    },
  }
  const serving = site.start(['serve', '--open-url'], keyboard)
  const [, url = ''] = await serving.waitFor(/Server address: (.*)\n(.*\n)*.*q quits/)
  press('o')
  expect(opened).toEqual([url, url])
  press('r')
  await serving.waitFor(/0 file\(s\) changed at .*\n(.*\n)*? +\.\.\.done in/)
  press('q')
  expect((await serving.ended).status).toBe(0)
})
