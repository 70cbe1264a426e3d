import { expect, test } from 'vitest'
import { createLog } from '../../src/util/log.ts'
import { render } from './render.ts'

const DATA = `
n: 5
s: abc
list: [a, b, [c]]
hash: {title: T, 1: one, size: big, sub: {k: v}}
name: title
none: ~
`

test.each([
  ['{{ hash.title }} {{ hash["title"] }} {{ hash[name] }} {{ hash.sub.k }}', 'T T T v'],
  ['{{ list[0] }} {{ list[-2] }} {{ list.first }} {{ list.last }} {{ list.size }}', 'a b a c 3'],
  ['{{ list.0 }}{{ list["0"] }}{{ s[0] }}{{ s.first }}|', '|'],
  ['{{ hash.size }} {{ s.size }} {{ n.size }}', 'big 3 8'],
  ['{{ hash["1"] }}|{{ hash[1] }}', '|one'],
  ['{{ nope.a.b }}{{ none.x }}|', '|'],
  ['{{ (1..3) }} {{ (1..n) | join: "," }} {{ (3..1) | size }}', '1..3 1,2,3,4,5 0'],
  ['{{ ["name"] }} {{ hash[list[0]] }}|', 'title |'],
  ['{{ 1.0 }} {{ 5. }} {{ -3 }} {{ 007 }}', '1.0 5.0 -3 7'],
  ['{{ empty }}{{ blank }}{{ nil }}{{ true }}', 'true'],
])('%s', async (template, output) => {
  expect(await render(template, { data: DATA })).toBe(output)
})

test.each([
  ['{{ "a" | upcase | }}', 'A'],
  ['{{ "a" || upcase }}', 'A'],
  ['{{ 5 + 3 }}', '5'],
  ['{{ n s list }}', '5'],
  ['{{ "a" | append: "b" "c" }}', 'ab'],
  ['{{ "abc" | slice: 1 2 }}', 'b'],
  ['{{ hash.sub..k }}', 'v'],
  ['{{ "unclosed }}|', '|'],
  ["{{ 'it's' }}", 'it'],
  ['{% assign x = n == 5 %}{{ x }}', '5'],
  ['{% if n == 5 && s == "x" %}yes{% endif %}', 'yes'],
  ['{% if !n %}yes{% endif %}', 'yes'],
  ['{% if s | size > 9 %}yes{% endif %}', 'yes'],
  ['{% if (n == 4) or (s == "abc") %}yes{% endif %}', 'yes'],
  ['{% for i in list, limit: 1 %}{{ i }}{% endfor %}', 'a'],
  ['{% for i in list limit:2 reversed %}{{ i }}{% endfor %}', 'ab'],
])('lax: %s', async (template, output) => {
  expect(await render(template, { data: DATA })).toBe(output)
})

test('what only the lax grammar takes is warned of once', async () => {
  const log = createLog()
  await render('a\n{{ a b }}', { log, line: 4 })
  await render('a\n{{ a b }}', { log, line: 4 })
  expect(log.messages).toEqual([
    {
      level: 'warn',
      topic: 'Liquid Warning:',
      text:
        'Liquid syntax error (line 2): Expected end_of_string but found id ' +
        'in "{{ a b }}" in docs/index.html',
      place: { file: 'docs/index.html', line: 5, column: 1 },
    },
  ])
})

test.each([
  ['{{ "a" | upcase | }}', 'Expected id but found end_of_string in "{{ "a" | upcase | }}"'],
  ['{{ 5 + 3 }}', 'Unexpected character + in "{{ 5 + 3 }}"'],
  ['{{ -x }}', '[:dash, "-"] is not a valid expression in "{{ -x }}"'],
  ['{% assign x = 5 junk %}', 'Expected end_of_string but found id in "{{5 junk }}"'],
  ['{% if (a == b) %}{% endif %}', 'Expected dotdot but found comparison in "(a == b)"'],
])('error_mode strict refuses %s', async (template, message) => {
  const config = { liquid: { error_mode: 'strict' } }
  await expect(render(template, { config })).rejects.toThrow(
    `Liquid syntax error (line 1): ${message}`,
  )
})
