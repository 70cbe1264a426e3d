import { expect, test } from 'vitest'
import type { Plugin } from '../../src/plugin.ts'
import { SiteError } from '../../src/util/errors.ts'
import { render } from './render.ts'

const plugin: Plugin = {
  name: 'sample',
  tags: {
    shout: {
      block: true,
      parse: (markup) => (_context, body) => body().toUpperCase() + markup.trim(),
    },
    title: {
      parse: () => (context) => `${String(context.get('page.title'))} of ${context.item.path}`,
    },
    twice: {
      parse: (markup) => (context) => context.renderLiquid(`{{ ${markup} }}{{ ${markup} }}`),
    },
    refuse: {
      parse(_markup, place) {
        throw new SiteError('no such thing', { place })
      },
    },
    late: {
      parse: () => () => {
        throw new SiteError('too late', { hint: 'Come earlier.' })
      },
    },
  },
  filters: {
    wrap: (_context, input, mark = '*') => `${String(mark)}${String(input)}${String(mark)}`,
    upcase: (context, input) => `${context.filter('downcase', input)}!`,
  },
}

test.each([
  ['{% shout ! %}a{{ page.title }}{% endshout %}', 'AT!'],
  ['{% title %}', 'T of docs/index.html'],
  ['{% assign x = 1 %}{% twice x | plus: 1 %}', '22'],
  ['{{ "a" | wrap }} {{ "a" | wrap: "-" }}', '*a* -a-'],
  ['{{ "ABC" | upcase }}', 'abc!'],
])('%s', async (template, output) => {
  expect(await render(template, { plugins: [plugin], page: 'title: T' })).toBe(output)
})

test('of two plugins the later one has its tag', async () => {
  const other: Plugin = { name: 'other', tags: { title: { parse: () => () => 'other' } } }
  expect(await render('{% title %}', { plugins: [plugin, other] })).toBe('other')
})

test('an error of a tag that does not say where gets the place of the tag', async () => {
  await expect(render('\n {% late %}', { plugins: [plugin] })).rejects.toMatchObject({
    topic: 'Liquid Exception:',
    message: 'too late',
    hint: 'Come earlier.',
    place: { file: 'docs/index.html', line: 2, column: 2 },
    sourceLine: ' {% late %}',
  })
})

test('a tag knows where it stands', async () => {
  await expect(render('\n {% refuse %}', { plugins: [plugin] })).rejects.toMatchObject({
    message: 'no such thing',
    place: { file: 'docs/index.html', line: 2, column: 2 },
  })
})
