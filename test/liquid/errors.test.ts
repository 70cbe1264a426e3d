import { expect, test } from 'vitest'
import { SiteError } from '../../src/util/errors.ts'
import { toHash } from '../../src/util/values.ts'
import { makePost, render, type Surroundings } from './render.ts'

async function failure(template: string, surroundings: Surroundings = {}): Promise<SiteError> {
  const error: unknown = await render(template, surroundings).catch((caught: unknown) => caught)
  if (error instanceof SiteError) return error
  throw new Error(`no SiteError but ${String(error)}`)
}

test('an error names the line of the file, though its words count as Jekyll does', async () => {
  const error = await failure('one\n  {{ 1 | divided_by: 0 }}', { line: 5 })
  expect(error).toMatchObject({
    topic: 'Liquid Exception:',
    message: 'Liquid error (line 2): divided by 0',
    place: { file: 'docs/index.html', line: 6, column: 3 },
    sourceLine: '  {{ 1 | divided_by: 0 }}',
    trail: [],
  })
})

test('an error in an include names the include and the way to it', async () => {
  const includes = { 'a.html': '\n{% include b.html %}', 'b.html': '{{ 1 | modulo: 0 }}' }
  const error = await failure('x {% include a.html %}', { includes })
  expect(error).toMatchObject({
    message: 'Liquid error (/site/_includes/a.html line 1): divided by 0 included ',
    place: { file: '_includes/b.html', line: 1, column: 1 },
    trail: [
      { file: '_includes/a.html', line: 2, column: 1 },
      { file: 'docs/index.html', line: 1, column: 3 },
    ],
  })
})

test('a missing include names one that is like it', async () => {
  const error = await failure('{% include hed.html %}', { includes: { 'head.html': '' } })
  expect(error).toMatchObject({
    message:
      'Could not locate the included file \'hed.html\' in any of ["/site/_includes"]. ' +
      'Ensure it exists in one of those directories and, if it is a symlink, ' +
      'does not point outside your site source.',
    hint: "Did you mean 'head.html'?",
    place: { file: 'docs/index.html', line: 1, column: 1 },
  })
})

test('an unknown tag names one that is like it', async () => {
  const error = await failure('a\n{% inclde x.html %}')
  expect(error).toMatchObject({
    message: "Liquid syntax error (line 2): Unknown tag 'inclde'",
    hint: "Did you mean 'include'?",
    place: { file: 'docs/index.html', line: 2, column: 1 },
  })
})

test('blocks within blocks have an end', async () => {
  const nested = (depth: number) =>
    `${'{% if true %}'.repeat(depth)}x${'{% endif %}'.repeat(depth)}`
  expect(await render(nested(100))).toBe('x')
  expect((await failure(nested(50_000))).message).toMatch(/Nesting too deep/)
})

test('includes that include each other without end are an error that names them', async () => {
  const includes = {
    'a.html': 'a\n{% include b.html %}',
    'b.html': '{% for i in (1..2) %}{% include a.html %}{% endfor %}',
  }
  const error = await failure('{% include a.html %}', { includes })
  expect(error.message).toMatch(/Nesting too deep/)
  expect(error.hint).toMatch(
    /^The includes go round in a circle: _includes\/([ab]).html → _includes\/[ab].html → _includes\/\1.html\.$/,
  )
  expect(error.trail.at(-1)).toEqual({ file: 'docs/index.html', line: 1, column: 1 })
  expect(error.trail.length).toBeLessThan(5)
})

test('an unknown filter under strict_filters names one that is like it', async () => {
  const config = { liquid: { strict_filters: true } }
  const error = await failure('{{ 1 | dividd_by: 2 }}', { config })
  expect(error.message).toBe('Liquid error (line 1): undefined filter dividd_by')
  expect(error.hint).toBe("Did you mean 'divided_by'?")
})

test.each([
  ['a\n{% if true %}\nb', "Liquid syntax error (line 3): 'if' tag was never closed"],
  [
    '{% if true %}\n{% endfor %}',
    "Liquid syntax error (line 2): 'endfor' is not a valid delimiter for if tags. use endif",
  ],
  [
    '{% if %}{% endif %}',
    "Liquid syntax error (line 1): Syntax Error in tag 'if' - Valid syntax: if [expression]",
  ],
  ['{% else %}', "Liquid syntax error (line 1): Unexpected outer 'else' tag"],
  [
    '{{ x',
    "Liquid syntax error (line 1): Variable '{{' was not properly terminated with regexp: /\\}\\}/",
  ],
  [
    '{%  %}',
    "Liquid syntax error (line 1): Tag '{%  %}' was not properly terminated with regexp: /\\%\\}/",
  ],
  ['{% raw %}a{%- endraw %}', "Liquid syntax error (line 1): 'raw' tag was never closed"],
  [
    '{% include "a.html" %}',
    'Invalid syntax for include tag. File contains invalid characters or sequences',
  ],
  [
    '{% include ../x.html %}',
    'Invalid syntax for include tag. File contains invalid characters or sequences',
  ],
  ['{% include a.html x=page["t"] %}', 'Invalid syntax for include tag:\n\nx=page["t"]'],
  ['{% link nope.md %}', "Could not find document 'nope.md' in tag 'link'."],
  ['{% post_url 2020-01-01-nope %}', 'Could not find post "2020-01-01-nope" in tag \'post_url\'.'],
])('%s', async (template, message) => {
  expect((await failure(template)).message).toContain(message)
})

test('strict_variables and strict_filters make missing names errors', async () => {
  const variables = { liquid: { strict_variables: true } }
  const filters = { liquid: { strict_filters: true } }
  const one = await failure('{{ page.nope | default: 1 }}', { config: variables })
  expect(one.message).toBe('Liquid error (line 1): undefined variable nope')
  const other = await failure('{{ 1 | nope }}', { config: filters })
  expect(other.message).toBe('Liquid error (line 1): undefined filter nope')
})

test('templates do not reach the prototypes of JavaScript', async () => {
  const posts = [makePost(1, toHash({ title: 'One' }))]
  const template =
    '{{ page.constructor }}{{ site.__proto__ }}{{ site.posts.first.hasOwnProperty }}' +
    '{{ "x" | constructor }}{{ site.posts.constructor }}'
  expect(await render(template, { posts })).toBe('x')
  const error = await failure('{% constructor %}')
  expect(error.message).toBe("Liquid syntax error (line 1): Unknown tag 'constructor'")
})

test('an output that is never closed costs no more than its length', async () => {
  const started = performance.now()
  await failure('{{ x '.repeat(50_000))
  await failure(`{% raw %}${'{% x '.repeat(50_000)}`)
  expect(performance.now() - started).toBeLessThan(5000)
})
