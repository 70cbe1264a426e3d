import { expect, test } from 'vitest'
import { buildSite } from '../support/site.ts'

const PAGE = {
  '_config.yml': 'plugins: [jekyll-coffeescript]\n',
  'a.coffee': '---\n---\n\nx = -> 1',
}

test('CoffeeScript goes through the compiler of the site', async () => {
  const output = await buildSite({
    ...PAGE,
    'node_modules/coffeescript/package.json': '{"name": "coffeescript", "main": "i.js"}',
    'node_modules/coffeescript/i.js': 'exports.compile = (text) => `compiled:${text}`',
  })
  expect(output.get('a.js')).toBe('compiled:x = -> 1')
})

test('a fault of a script is told with its line', async () => {
  const compiler =
    'exports.compile = () => { throw Object.assign(new Error("unexpected ->"), { location: { first_line: 0 } }) }'
  const files = {
    ...PAGE,
    'node_modules/coffeescript/package.json': '{"name": "coffeescript", "main": "i.js"}',
    'node_modules/coffeescript/i.js': compiler,
  }
  await expect(buildSite(files)).rejects.toMatchObject({
    message: 'unexpected ->',
    place: { file: 'a.coffee', line: 4 },
  })
})

test('without a compiler the error says how to get one', async () => {
  await expect(buildSite(PAGE)).rejects.toMatchObject({
    message: 'CoffeeScript is not installed.',
    hint: 'Run: npm install --save-dev coffeescript@2',
  })
})
