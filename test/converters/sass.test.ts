import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SiteError } from '../../src/util/errors.ts'
import { createLog } from '../../src/util/log.ts'
import { buildFolder, buildSite, makeSite, readFolder } from '../support/site.ts'

const PLAIN = 'sass: {style: compressed, sourcemap: never}\n'

test('imports come from _sass, load_paths and the source', async () => {
  const output = await buildSite({
    '_config.yml':
      'sass: {style: compressed, sourcemap: never, load_paths: [lib]}\nexclude: [lib]\n',
    '_sass/_vars.scss': '$c: #336699;',
    '_sass/parts/_button.scss': '.button { color: $c }',
    'lib/_grid.scss': '.grid { a: b }',
    'shared/_print.scss': '.print { c: d }',
    'css/main.scss':
      '---\n---\n@import "vars", "parts/button", "grid", "shared/print";\n{% if true %}p { e: f }{% endif %}',
  })
  expect(output.get('css/main.css')).toBe('.button{color:#369}.grid{a:b}.print{c:d}p{e:f}\n')
})

test('main.scss that imports main means the partial', async () => {
  const output = await buildSite({
    '_config.yml': PLAIN,
    '_sass/main.scss': 'p { a: b }',
    'css/main.scss': '---\n---\n@import "main";',
  })
  expect(output.get('css/main.css')).toBe('p{a:b}\n')
})

test('the indented syntax', async () => {
  const output = await buildSite({
    '_config.yml': PLAIN,
    'main.sass': '---\n---\n$w: 2px\np\n  border: $w solid\n  a\n    color: red\n',
  })
  expect(output.get('main.css')).toBe('p{border:2px solid}p a{color:red}\n')
})

test('expanded style has an empty line between rules, and a source map that agrees', async () => {
  const output = await buildSite({
    '_config.yml': 'sass: {style: expanded}\n',
    'css/main.scss': '---\n---\n@import "a";\np { color: red; a { color: blue } }',
    '_sass/_a.scss': '@media print { i { b: c } u { d: e } }',
  })
  expect(output.get('css/main.css')).toBe(`@media print {
  i {
    b: c;
  }
  u {
    d: e;
  }
}

p {
  color: red;
}

p a {
  color: blue;
}

/*# sourceMappingURL=main.css.map */`)
  const map = JSON.parse(output.get('css/main.css.map') ?? '')
  expect(map).toMatchObject({
    version: 3,
    file: 'main.css',
    sources: ['_sass/_a.scss', 'main.scss'],
    sourcesContent: [
      '@media print { i { b: c } u { d: e } }',
      '@import "a";\np { color: red; a { color: blue } }',
    ],
  })
  expect(map.mappings.split(';').map((line: string) => line !== '')).toEqual([
    true,
    true,
    true,
    false,
    true,
    true,
    false,
    false,
    false,
    true,
    true,
    false,
    false,
    true,
    true,
    false,
  ])
})

test('sourcemap: development makes a map in that environment only', async () => {
  const files = { '_config.yml': 'sass: {sourcemap: development}\n', 'a.scss': '---\n---\np{a:b}' }
  const production = await buildSite(files, { environment: 'production' })
  expect([...production.keys()]).toEqual(['a.css'])
  const development = await buildSite(files, { environment: 'development' })
  expect([...development.keys()]).toEqual(['a.css', 'a.css.map'])
})

test('an error names the line of the file on disk', async () => {
  const files = { 'css/m.scss': '---\ntitle: x\n---\np { a: b }\nq { color: $none }\n' }
  const error = await buildSite(files).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(SiteError)
  expect(error).toMatchObject({
    topic: 'Conversion error:',
    message:
      "Jekyll::Converters::Scss encountered an error while converting 'css/m.scss': " +
      'Undefined variable',
    place: { file: 'css/m.scss', line: 5, column: 12 },
    sourceLine: 'q { color: $none }',
  })
})

test('an error in a partial names the partial', async () => {
  const files = { 'm.scss': '---\n---\n@import "part";', '_sass/_part.scss': '\np { a: $none }' }
  await expect(buildSite(files)).rejects.toMatchObject({
    place: { file: '_sass/_part.scss', line: 2, column: 8 },
  })
})

test('a missing import says where it was looked for', async () => {
  await expect(buildSite({ 'css/m.scss': '---\n---\n@import "gone";' })).rejects.toMatchObject({
    message:
      "Jekyll::Converters::Scss encountered an error while converting 'css/m.scss': " +
      'Can\'t find stylesheet to import: "gone"',
    hint: 'Looked in _sass, the source, beside css/m.scss.',
  })
})

test('an import from outside of the site is refused', async () => {
  const files = { 'site/m.scss': '---\n---\n@import "../outside";', 'outside.scss': 'p { a: b }' }
  await expect(buildSite(files, { flags: { source: 'site' } })).rejects.toThrow(
    /^'m\.scss' imports a file outside of the site: .*outside\.scss$/,
  )
})

test('warnings of the stylesheet are told, deprecations are not', async () => {
  const log = createLog()
  await buildSite(
    {
      '_config.yml': PLAIN,
      'm.scss': '---\n---\n@import "a";\n@warn "careful";',
      '_sass/a.scss': '',
    },
    { log },
  )
  expect(log.messages.filter(({ level }) => level === 'warn')).toEqual([
    { level: 'warn', topic: 'Sass:', text: 'careful' },
  ])
})

describe('compiled CSS is kept', () => {
  const SITE = {
    '_config.yml':
      'sass: {style: compressed, sourcemap: never, load_paths: [lib]}\nexclude: [lib]\n',
    '_sass/_a.scss': "p { a: 1 }\n@warn 'tea';",
    'lib/_b.scss': 'p { b: 1 }',
    'main.scss': '---\n---\n@import "a", "b";',
  }
  const KEPT = '.jekyll-cache/newcomen/css'

  async function buildTwice(change: (folder: string) => Promise<unknown>) {
    const folder = await makeSite(SITE)
    await buildFolder(folder)
    const [name = ''] = await readdir(join(folder, KEPT))
    const entry = await readFile(join(folder, KEPT, name), 'utf8')
    await writeFile(join(folder, KEPT, name), entry.replace('p{a:1}', 'p{kept:1}'))
    await change(folder)
    const log = createLog()
    await buildFolder(folder, { log })
    const css = (await readFolder(join(folder, '_site'))).get('main.css')
    return { css, warnings: log.messages.filter(({ level }) => level === 'warn') }
  }

  test('and used again, warnings included, while nothing changes', async () => {
    const { css, warnings } = await buildTwice(() => Promise.resolve())
    expect(css).toBe('p{kept:1}p{b:1}\n')
    expect(warnings.map(({ text }) => text)).toEqual(['tea'])
  })

  test.each([
    ['an import changes', 'lib/_b.scss', 'p { b: 2 }', 'p{a:1}p{b:2}\n'],
    ['the text changes', 'main.scss', '---\n---\n@import "a";', 'p{a:1}\n'],
    ['a file comes that is found before', '_sass/_b.scss', 'p { c: 3 }', 'p{a:1}p{c:3}\n'],
    [
      'a setting changes',
      '_config.yml',
      'sass: {sourcemap: never, load_paths: [lib]}\nexclude: [lib]\n',
      'p { a: 1; }\n\np { b: 1; }\n',
    ],
  ])('but not when %s', async (_what, path, text, expected) => {
    const { css } = await buildTwice((folder) => writeFile(join(folder, path), text))
    expect(css).toBe(expected)
  })

  test('nor when what was kept is damaged', async () => {
    const { css } = await buildTwice(async (folder) => {
      const [name = ''] = await readdir(join(folder, KEPT))
      await writeFile(join(folder, KEPT, name), '{"key":')
    })
    expect(css).toBe('p{a:1}p{b:1}\n')
  })
})

test('an error names the imports that led to it', async () => {
  const files = {
    '_sass/_a.scss': '\n@import "b";',
    '_sass/_b.scss': 'p { a: $x }',
    'main.scss': '---\n---\n@import "a";',
  }
  await expect(buildSite(files)).rejects.toMatchObject({
    place: { file: '_sass/_b.scss', line: 1, column: 8 },
    trail: [
      { file: '_sass/_a.scss', line: 2, column: 9 },
      { file: 'main.scss', line: 3, column: 9 },
    ],
  })
})

test('uses of deprecated Sass are counted in one line', async () => {
  const log = createLog()
  await buildSite(
    { 'main.scss': '---\n---\np { a: lighten(red, 10%); b: darken(red, 10%) }' },
    { log },
  )
  expect(log.messages.filter(({ topic }) => topic === 'Sass:')).toMatchObject([
    {
      level: 'info',
      text: expect.stringMatching(/^main\.scss has \d+ uses of deprecated Sass\.$/),
    },
  ])
})
