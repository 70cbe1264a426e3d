import { expect, test } from 'vitest'
import { formatFloat } from '../../src/liquid/numbers.ts'
import { render } from './render.ts'

const DATA = `
list: [a, 1, 2.0, ~, true, [x, y], {k: v}]
hash: {title: "A \\"q\\"", n: 1, f: 2.0, z: ~, d: 2024-01-02}
date: 2024-01-02
time: 2024-01-02 03:04:05 +0200
utc: 2024-01-02T03:04:05Z
odd: "é\\t\\e\\u2028 #x #{y} ☃"
big: 123456789012345678901234567890
`

test.each([
  ['{{ list }}', 'a12.0truexy{"k"=>"v"}'],
  ['{{ list | append: "!" }}', '["a", 1, 2.0, nil, true, ["x", "y"], {"k"=>"v"}]!'],
  [
    '{{ hash }}',
    '{"title"=>"A \\"q\\"", "n"=>1, "f"=>2.0, "z"=>nil, "d"=>#<Date: 2024-01-02 ((2460312j,0s,0n),+0s,2299161j)>}',
  ],
  ['{{ hash | jsonify }}', '{"title":"A \\"q\\"","n":1,"f":2.0,"z":null,"d":"2024-01-02"}'],
  [
    '{{ date }} {{ time }} {{ utc }}',
    '2024-01-02 2024-01-02 03:04:05 +0200 2024-01-02 03:04:05 UTC',
  ],
  ['{{ odd | inspect }}', '&quot;é\\t\\e\\u2028 #x \\#{y} ☃&quot;'],
  ['{{ big | plus: 1 }}', '123456789012345678901234567891'],
  [
    '{% for pair in hash limit: 1 %}{{ pair[0] }}={{ pair[1] }}|{{ pair }}{% endfor %}',
    'title=A "q"|titleA "q"',
  ],
])('%s', async (template, output) => {
  expect(await render(template, { data: DATA })).toBe(output)
})

test.each([
  [2, '2.0'],
  [0.1, '0.1'],
  [0.0001, '0.0001'],
  [0.00001, '1.0e-05'],
  [1e14, '100000000000000.0'],
  [1e15, '1.0e+15'],
  [1000000000000000.5, '1000000000000000.5'],
  [1234567890123456, '1.234567890123456e+15'],
  [-0, '-0.0'],
  [1e100, '1.0e+100'],
])('the Float %f prints as %s', (value, text) => {
  expect(formatFloat(value)).toBe(text)
})

const CONDITIONS = `
zero: 0
es: ""
ea: []
none: ~
n: 5
f: 5.0
s: abc
list: [a, "5", 5]
hash: {a: 1}
`

test.each([
  ['zero', true],
  ['es', true],
  ['none', false],
  ['es == empty', true],
  ['ea == empty', true],
  ['none == empty', false],
  ['es == blank', false],
  ['n == f', true],
  ['n == "5"', false],
  ['n > 3', true],
  ['none < 1', false],
  ['ea > 1', false],
  ['s contains "b"', true],
  ['list contains 5', true],
  ['hash contains "a"', true],
  ['none contains "a"', false],
  ['true or false and false', true],
  ['false and true or true', false],
])('{%% if %s %%} is %s', async (condition, holds) => {
  const template = `{% if ${condition} %}true{% else %}false{% endif %}`
  expect(await render(template, { data: CONDITIONS })).toBe(String(holds))
})

test.each([
  ['n > s', 'comparison of Integer with String failed'],
  ['s > n', 'comparison of String with 5 failed'],
  ['n = 5', 'Unknown operator ='],
])('{%% if %s %%} stops the build', async (condition, message) => {
  const template = `{% if ${condition} %}{% endif %}`
  await expect(render(template, { data: CONDITIONS })).rejects.toThrow(
    `Liquid error (line 1): ${message}`,
  )
})
