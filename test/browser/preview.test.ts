/**
 * What a writer sees in a real browser while the site is being served.
 *
 * Needs Chromium; without it, these tests are skipped and say so.
 */

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Folder, makeFolder } from '../cli/make.ts'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const isThere = existsSync(CHROMIUM)
if (!isThere) console.warn(`No browser at ${CHROMIUM}: the tests of the preview are skipped.`)

const POST = '---\nlayout: default\ntitle: Hello\n---\nFirst words.\n'

const SITE = {
  '_config.yml': 'title: Blog\nindex_pages: false\npermalink: /:title.html\n',
  '_layouts/default.html':
    '<!DOCTYPE html>\n<html><head><title>{{ page.title }}</title>' +
    '<link rel="stylesheet" href="/main.css"></head>\n' +
    '<body><h1>{{ site.title }}</h1>{% include note.html %}<main>{{ content }}</main></body></html>\n',
  '_includes/note.html': '<p id="note">note</p>',
  '_data/links.yml': '- one\n',
  '_sass/colors.scss': 'h1 { color: rgb(1, 2, 3); }\n',
  'main.scss': '---\n---\n@import "colors";\n',
  'index.html':
    '---\nlayout: default\n---\n<ul>{% for post in site.posts %}<li>{{ post.title }}</li>{% endfor %}' +
    '</ul>{% for link in site.data.links %}<b>{{ link }}</b>{% endfor %}\n',
  'bare.html': '---\n---\nnothing but text\n',
  '404.html': '<h1>lost</h1>\n',
  '_posts/2024-01-31-hello.md': POST,
}

let browser: BrowserContext | undefined
let profile: string | undefined

beforeAll(async () => {
  if (!isThere) return
  profile = mkdtempSync(join(tmpdir(), 'newcomen-chromium-'))
  browser = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  if (profile) rmSync(profile, { recursive: true, force: true })
})

interface Preview extends Folder {
  readonly url: string
  open(path: string): Promise<Page>
}

async function preview(more: Record<string, string> = {}, flags: string[] = []): Promise<Preview> {
  const site = makeFolder({ ...SITE, ...more })
  const serving = site.start(['serve', '--port', '0', ...flags])
  const [, url = ''] = await serving.waitFor(/Server address: (.*)\/\n +Server running/)
  return {
    ...site,
    url,
    async open(path) {
      if (!browser) throw new Error('no browser')
      const page = await browser.newPage()
      onTestFinished(() => page.close())
      const greeted = new Promise<void>((resolve) => {
        page.on('websocket', (socket) => socket.on('framesent', () => resolve()))
      })
      await page.goto(url + path)
      await greeted
      // The server has to have read what the tab sent.
      await new Promise((resolve) => setTimeout(resolve, 100))
      await page.evaluate(() => Object.assign(globalThis, { untouched: true }))
      return page
    },
  }
}

/** Whether the page was not loaded again since it was opened. */
function isUntouched(page: Page): Promise<boolean> {
  return page.evaluate(() => 'untouched' in globalThis)
}

/** Waits until the text of `selector` is `wanted`, whatever reloads meanwhile. */
async function sees(page: Page, selector: string, wanted: string): Promise<void> {
  const text = () => page.textContent(selector, { timeout: 1000 }).catch(() => null)
  await expect.poll(text, { timeout: 10_000 }).toBe(wanted)
}

describe.skipIf(!isThere)('in a browser', { timeout: 30_000 }, () => {
  test('an edited post is shown anew, and a tab with another page is left alone', async () => {
    const { open, put } = await preview()
    const post = await open('/hello.html')
    const bare = await open('/bare.html')
    put('_posts/2024-01-31-hello.md', POST.replace('First', 'Other'))
    await sees(post, 'main', 'Other words.\n')
    expect(await isUntouched(bare)).toBe(true)
  })

  test('a layout, an include, data and the configuration show at once', async () => {
    const { open, put } = await preview()
    const page = await open('/')
    put('_includes/note.html', '<p id="note">changed</p>')
    await sees(page, '#note', 'changed')
    put('_data/links.yml', '- two\n')
    await sees(page, 'b', 'two')
    put('_layouts/default.html', '<h2>{{ site.title }}</h2>{{ content }}')
    await sees(page, 'h2', 'Blog')
    put('_config.yml', SITE['_config.yml'].replace('Blog', 'Diary'))
    await sees(page, 'h2', 'Diary')
  })

  test('styles are swapped without a reload', async () => {
    const { open, put } = await preview()
    const page = await open('/')
    const color = () => page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    expect(await color()).toBe('rgb(1, 2, 3)')
    put('_sass/colors.scss', 'h1 { color: rgb(4, 5, 6); }\n')
    await expect.poll(color, { timeout: 10_000 }).toBe('rgb(4, 5, 6)')
    expect(await isUntouched(page)).toBe(true)
    expect(await page.locator('link').count()).toBe(1)
  })

  test('a new post is on the index, and a removed one is not found', async () => {
    const { open, put, remove } = await preview()
    const index = await open('/')
    const post = await open('/hello.html')
    put('_posts/2024-02-01-second.md', '---\ntitle: Second\n---\n')
    await sees(index, 'ul', 'SecondHello')
    remove('_posts/2024-01-31-hello.md')
    await sees(index, 'ul', 'Second')
    await sees(post, 'h1', 'lost')
    put('_posts/2024-01-31-hello.md', POST)
    await sees(post, 'main', 'First words.\n')
  })

  test('an error covers the page until it is mended', async () => {
    const { open, put } = await preview()
    const page = await open('/')
    put('index.html', '---\n---\n{% nope %}\n')
    await sees(page, 'newcomen-error pre', '  3 | {% nope %}\n      ^')
    expect(await page.textContent('newcomen-error div div')).toBe(
      "index.html:3:1: Liquid Exception: Liquid syntax error (line 1): Unknown tag 'nope' in index.html",
    )
    const late = await open('/hello.html')
    expect(await late.locator('newcomen-error').count()).toBe(1)
    put('index.html', '---\nlayout: default\n---\n<p id="mended">yes</p>\n')
    await sees(page, '#mended', 'yes')
    expect(await page.locator('newcomen-error').count()).toBe(0)
    await expect.poll(() => late.locator('newcomen-error').count()).toBe(0)
    expect(await isUntouched(late)).toBe(true)
  })

  test('the cover makes way at Escape, says so in a corner, and comes back with a click', async () => {
    const { open, put } = await preview()
    const page = await open('/')
    const cover = page.locator('newcomen-error pre')
    put('index.html', `---\n---\n${'wide '.repeat(80)}{% nope %}\n`)
    await cover.waitFor()
    const isWider = 'document.documentElement.scrollWidth > innerWidth'
    expect(await page.evaluate(isWider)).toBe(false)

    await page.keyboard.press('Escape')
    expect(await cover.count()).toBe(0)
    expect(await page.textContent('newcomen-error')).toBe('')
    expect(await page.textContent('newcomen-error span')).toBe('The site could not be built')
    await page.click('newcomen-error')
    expect(await cover.count()).toBe(1)
    await page.click('newcomen-error button')
    expect(await cover.count()).toBe(0)
    put('index.html', SITE['index.html'])
    await expect.poll(() => page.locator('newcomen-error').count()).toBe(0)
  })

  test('a page without a head reloads, and one that holds an open comment', async () => {
    const { open, put } = await preview()
    const page = await open('/bare.html')
    put('bare.html', '---\n---\n<!-- open\n')
    await expect.poll(() => page.textContent('body').catch(() => null)).not.toMatch('nothing')
    put('bare.html', '---\n---\nmended\n')
    await expect.poll(() => page.textContent('body').catch(() => null)).toMatch('mended')
  })

  test('the place in a long page is kept', async () => {
    const long = (text: string) => `---\n---\n<p>${text}</p><div style="height: 9000px"></div>\n`
    const { open, put } = await preview({ 'long.html': long('one') })
    const page = await open('/long.html')
    await page.evaluate('scrollTo(0, 4321)')
    put('long.html', long('two'))
    await sees(page, 'p', 'two')
    await expect.poll(() => page.evaluate('scrollY')).toBe(4321)
  })

  test('a page that forbids foreign scripts and styles reloads and shows errors', async () => {
    const strict = (text: string) =>
      '---\n---\n<!DOCTYPE html><html><head>' +
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head><p>${text}</p>\n`
    const { open, put } = await preview({ 'strict.html': strict('one') })
    const page = await open('/strict.html')
    put('strict.html', strict('{% nope %}'))
    await expect.poll(() => page.locator('newcomen-error').count()).toBe(1)
    put('strict.html', strict('two'))
    await sees(page, 'p', 'two')
  })

  test.each([
    ["default-src 'none'", "default-src 'none'; style-src 'none'"],
    ["'self' alone", "default-src 'self'; upgrade-insecure-requests"],
    ['scripts that are known by their sign', "script-src 'strict-dynamic' 'nonce-x'"],
  ])('a site whose policy is %s reloads, and its policy stays', async (_what, policy) => {
    const config = `${SITE['_config.yml']}webrick: {headers: {Content-Security-Policy: "${policy}"}}\n`
    const bodyOf = (text: string) =>
      `---\n---\n<head></head><p>${text}</p><script>document.title = 'ran'</script>\n`
    const { open, put } = await preview({ '_config.yml': config, 'page.html': bodyOf('one') })
    const page = await open('/page.html')
    put('page.html', bodyOf('{% nope %}'))
    await expect.poll(() => page.locator('newcomen-error').count()).toBe(1)
    put('page.html', bodyOf('two'))
    await sees(page, 'p', 'two')
    expect(await page.title()).toBe('')
  })

  test('a draft wears a badge, in the preview alone', async () => {
    const { open, read } = await preview({ '_drafts/idea.md': POST }, ['--drafts'])
    const page = await open('/idea.html')
    expect(await page.textContent('newcomen-badge span')).toBe('Draft')
    expect(read('_site/idea.html')).not.toMatch('newcomen')
  })
})
