import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { load, packageFolder, ROOT } from './conformance/compiled.mjs'

const dist = packageFolder()
const { exports: doors, bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

test('every door that package.json names is there, with its types', () => {
  const files = Object.values(doors).flatMap((door) =>
    typeof door === 'object' && door !== null ? Object.values(door) : [door],
  )
  for (const file of [...files, ...Object.values(bin)] as string[]) {
    expect(existsSync(join(ROOT, file)), file).toBe(true)
  }
})

test('a plugin that throws a SiteError throws the one that the build knows', async () => {
  const plugin = await load<typeof import('../src/plugin.ts')>(dist, 'plugin.js')
  const newcomen = await load<typeof import('../src/index.ts')>(dist, 'index.js')
  expect(plugin.SiteError).toBe(newcomen.SiteError)
})

test('Markdown and code are rendered by the doors alone', async () => {
  const { kramdown } = await load<typeof import('../src/kramdown.ts')>(dist, 'kramdown.js')
  const { highlight } = await load<typeof import('../src/highlight/highlight.ts')>(
    dist,
    'highlight/highlight.js',
  )
  expect(kramdown('*a*{:.b}')).toBe('<p><em class="b">a</em></p>\n')
  expect(highlight('x = 1', 'python')).toContain('<span class="n">x</span>')
})

test.each(['main', 'build', 'serve'])('the command %s can be run', (name) => {
  const printed = execFileSync(process.execPath, [join(dist, `cli/${name}.js`), '--version'])
  expect(printed.toString()).toMatch(/^newcomen \d/)
})
