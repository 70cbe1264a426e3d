import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { load, packageFolder, ROOT } from './conformance/compiled.mjs'
import { makeSite } from './support/site.ts'

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

test('Sass is compiled beside the rendering, and says what is wrong', async () => {
  const site = await makeSite({
    '_config.yml': 'sass: {style: compressed, sourcemap: never}\n',
    'a.scss': '---\n---\n@import "part";\n.a { color: $ink; }\n',
    'b.scss': '---\nink: red\n---\n.b { color: {{ page.ink }}; }\n',
    '_sass/_part.scss': '$ink: blue;\n@debug "seen";\n',
  })
  const build = () =>
    spawnSync(process.execPath, [join(dist, 'cli/build.js')], { cwd: site, encoding: 'utf8' })

  const { status, stdout } = build()
  expect(status).toBe(0)
  expect(stdout).toContain('a.scss has 1 use of deprecated Sass.')
  expect(readFileSync(join(site, '_site/a.css'), 'utf8')).toBe('.a{color:blue}\n')
  expect(readFileSync(join(site, '_site/b.css'), 'utf8')).toBe('.b{color:red}\n')

  writeFileSync(join(site, '_sass/_part.scss'), '$ink: blue;\n.a { color: $paper; }\n')
  const broken = build()
  expect(broken.status).toBe(1)
  expect(broken.stderr).toContain('Undefined variable')
  expect(broken.stderr).toContain('_sass/_part.scss:2:13')
})
