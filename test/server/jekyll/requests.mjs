/**
 * What is asked of Jekyll's server and of ours, and how an answer is noted.
 *
 * Both serve the same finished `_site`, so that only the servers are compared.
 */

import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { dirname, join } from 'node:path'

const PAGES = {
  'index.html': '<h1>home</h1>\n',
  'about.html': '<h1>about</h1>\n',
  'page.xhtml': '<h1>page</h1>\n',
  'both.html': '<h1>a page</h1>\n',
  'both/index.html': '<h1>a folder</h1>\n',
  'solo.html': '<h1>with a folder beside it</h1>\n',
  'solo/one.txt': 'one\n',
  'tags/index.html': '<h1>tags</h1>\n',
  'data/index.json': '[]\n',
  'two/index.htm': '<h1>first</h1>\n',
  'two/index.html': '<h1>second</h1>\n',
  'bare/one.txt': 'one\n',
  'with space.html': '<h1>space</h1>\n',
  'für.html': '<h1>für</h1>\n',
  '100%.html': '<h1>percent</h1>\n',
  'a+b.html': '<h1>plus</h1>\n',
  '.htaccess': 'hidden\n',
  '.well-known/note.txt': 'known\n',
  'old.txt~': 'old\n',
  '~new.txt': 'hidden\n',
  'empty.txt': '',
  CNAME: 'blog.example\n',
  'v.mp4': '0123456789',
  'long.txt': '0123456789\n',
}
const NAMES = ['css', 'js', 'mjs', 'json', 'xml', 'atom', 'rss', 'svg', 'png', 'webp', 'ico', 'pdf']
const MORE_NAMES = ['woff2', 'wasm', 'webmanifest', 'map', 'csv', 'md', 'yml', 'txt', 'zip', 'JPG']
const TYPED = Object.fromEntries([...NAMES, ...MORE_NAMES].map((name) => [`a.${name}`, 'bytes\n']))
const FILES = { ...PAGES, ...TYPED }
const LOST = { '404.html': '<h1>lost</h1>\n' }

/** The sites by name: their configuration, their output, and what is asked of them. */
export const SITES = {
  plain: {
    config: '{}\n',
    files: { ...FILES, ...LOST },
    requests: [
      ...[
        '/',
        '/index.html',
        '/?q=1',
        '/about',
        '/about.html',
        '/about/',
        '/page',
        '/both',
        '/both/',
        '/solo',
        '/solo/',
      ],
      ...[
        '/tags',
        '/tags/',
        '/tags?q=1',
        '/data/',
        '/two/',
        '/bare/',
        '//about.html',
        '/./about.html',
        '/tags/../about.html',
      ],
      ...['/with%20space.html', '/with%20space', '/f%C3%BCr.html', '/100%25.html', '/a+b.html'],
      ...[
        '/CNAME',
        '/empty.txt',
        '/.htaccess',
        '/old.txt~',
        '/~new.txt',
        '/.well-known/note.txt',
        '/%zz',
      ],
      ...['/nothing', '/nothing/', '/nothing.css', '/../secret.txt', '/%2e%2e/secret.txt'],
      ...Object.keys(TYPED).map((name) => `/${name}`),
      ...['/', '/about', '/nothing', '/tags'].map((path) => ({ method: 'HEAD', path })),
      ...['OPTIONS', 'POST', 'PUT', 'DELETE'].map((method) => ({ method, path: '/about.html' })),
      ...['bytes=2-4', 'bytes=-3', 'bytes=8-', 'bytes=8-99', 'bytes=99-', 'lines=1-2'].flatMap(
        (range) => ['/v.mp4', '/long.txt'].map((path) => ({ path, headers: { range } })),
      ),
      { path: '/about.html', headers: { range: 'bytes=0-3' } },
      { path: '/a.css', headers: { 'if-none-match': 'ITS-TAG' } },
      { path: '/a.css', headers: { 'if-none-match': '"other"' } },
      { path: '/a.css', headers: { 'if-modified-since': 'Tue, 02 Jan 2024 03:04:05 GMT' } },
      { path: '/a.css', headers: { 'if-modified-since': 'Mon, 01 Jan 2024 03:04:05 GMT' } },
      { path: '/a.css', headers: { 'if-modified-since': 'yesterday' } },
      {
        path: '/a.css',
        headers: {
          'if-none-match': '"other"',
          'if-modified-since': 'Tue, 02 Jan 2024 03:04:05 GMT',
        },
      },
    ],
  },
  'below a baseurl': {
    config: 'baseurl: /blog\n',
    files: { ...PAGES, ...LOST },
    requests: ['/blog', '/blog/', '/blog/about', '/blog/nothing', '/', '/about', '/blogger/'],
  },
  'without a 404 page': { config: '{}\n', files: PAGES, requests: ['/', '/nothing'] },
  'with a listing': {
    config: 'show_dir_listing: true\n',
    files: { ...PAGES, ...LOST },
    requests: ['/both/', '/bare', '/bare/', '/bare/one.txt', '/about'],
  },
  'with headers': {
    config: 'webrick: {headers: {X-Note: "one, two", Cache-Control: max-age=60}}\n',
    files: { ...PAGES, ...LOST },
    requests: ['/', '/about', '/long.txt'],
  },
}

const MODIFIED = new Date('2024-01-02T03:04:05Z')

/** Writes a site with its output into `folder`. */
export function writeSite(folder, { config, files }) {
  const all = { '_config.yml': config, 'secret.txt': 'secret\n' }
  for (const [path, text] of Object.entries(files)) all[`_site/${path}`] = text
  for (const [path, text] of Object.entries(all)) {
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
  // From the innermost out, because a file that is made touches its folder.
  for (const path of readdirSync(folder, { recursive: true }).sort().reverse()) {
    utimesSync(join(folder, path), MODIFIED, MODIFIED)
  }
  utimesSync(folder, MODIFIED, MODIFIED)
}

/** `GET /about`, or with headers `GET /v.mp4 range: bytes=2-4`. */
export function nameOf(asked) {
  const { method = 'GET', path, headers = {} } = typeof asked === 'string' ? { path: asked } : asked
  const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [method, path, ...more].join(' ')
}

/** The answer to one of the requests above, as far as it does not depend on the machine. */
export async function ask(port, asked) {
  const { method = 'GET', path, headers = {} } = typeof asked === 'string' ? { path: asked } : asked
  const wanted = { ...headers }
  if (wanted['if-none-match'] === 'ITS-TAG') {
    wanted['if-none-match'] = (await send(port, { method, path, headers: {} })).headers.etag
  }
  const { status, headers: got, body } = await send(port, { method, path, headers: wanted })
  return { status, ...noteHeaders(got, port), body: body.replaceAll(String(port), 'PORT') }
}

/** Everything that says what the answer is and how long it may be kept. */
const NOTED = [
  'content-type',
  'content-length',
  'content-range',
  'cache-control',
  'last-modified',
  'etag',
  'expires',
  'vary',
  'location',
  'allow',
  'x-note',
]

function noteHeaders(headers, port) {
  const noted = {}
  for (const name of NOTED) {
    const value = headers[name]?.replaceAll(String(port), 'PORT')
    // The number of the file on the disk.
    if (value !== undefined) noted[name] = name === 'etag' ? value.replace(/^\w+-/, 'FILE-') : value
  }
  return noted
}

function send(port, { method, path, headers }) {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, headers, agent: false }
    const asking = request(options, (response) => {
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString()
        resolve({ status: response.statusCode, headers: response.headers, body })
      })
    })
    asking.on('error', reject)
    asking.end()
  })
}
