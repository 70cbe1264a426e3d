/** Corners that comparing made-up templates with Jekyll brought to light. */

import { describe, expect, test } from 'vitest'
import { findZone, parseTime, Time } from '../../src/util/dates.ts'
import { render } from './render.ts'

describe('answers as Jekyll does', () => {
  test.each([
    ['{% increment n %}{% increment n %}', 'n: 3', '34'],
    ['{{ a | where: "x", b | size }}', 'a: [{x: 1}, {x: 2}]\nb: [1]', '2'],
    ['{{ a | find: "x", b | inspect }}', 'a: [1.5, 2.5]\nb: {k: 1}', '[1.5, 2.5]'],
    ['{% case empty %}{% when "" %}y{% else %}n{% endcase %}', '', 'n'],
    ['{% case "" %}{% when empty %}y{% else %}n{% endcase %}', '', 'y'],
    ['{{ "a b " | relative_url }} {{ "a ?b " | relative_url }}', '', '/a%20b /a?b%20'],
    [
      '{{ nil | times: -1.5 }} {{ 0 | divided_by: -1.5 }} {{ -0.0 | plus: 0 }}',
      '',
      '-0.0 -0.0 0.0',
    ],
    ['{{ a | array_to_sentence_string }}', 'a: [1, [], 2]', '1, , and 2'],
    ['{% cycle nil, "a" %}{% cycle nil, "a" %}{% cycle nil %}|', '', 'aa|'],
    ['{{ t | sort_natural: "d" | join }}', 't: [a, b, c]', 'c b a'],
    ['{{ a | concat: b | inspect }}', 'a: [1, [2]]\nb: [[3]]', '[1, 2, [3]]'],
    ['{{ d | join: "," }}', 'd: 2024-07-04 13:05:09 +0200', '9,5,13,4,7,2024,4,186,false,'],
    ['{{ d | date: "%Y %" }}', 'd: 2024-01-31', '2024 %'],
    ['{% assign (s) = 1 %}{{ s }}|', '', '|'],
  ])('%s', async (template, data, expected) => {
    expect(await render(template, { data })).toBe(expected)
  })
})

describe('refuses as Jekyll does', () => {
  test.each([
    ['a\n{% foo\n x\n %}b', "Liquid syntax error (line 3): Unknown tag 'foo'"],
    ['{% assign\n x\n %}', 'Liquid syntax error (line 2): Syntax Error in'],
    ['{% else\n%}', "Liquid syntax error (line 2): Unexpected outer 'else' tag"],
    ['{% raw %}\n{% endr aw %}\n', "Liquid syntax error (line 1): 'raw' tag was never closed"],
    ['{% liquid\n assign a = 1\n [x\n%}', "Liquid syntax error (line 3): Unknown tag ' [x'"],
    [
      '{% assign s(= 1 %}',
      "Liquid syntax error (line 1): Syntax Error in 'assign' - Valid syntax: assign [var] = [source]",
    ],
  ])('%s', async (template, message) => {
    await expect(render(template)).rejects.toThrow(message)
  })
})

test.each([
  ['2020-06-15 130:00 -0400', '2020-06-20 10:00:00 -0400'],
  ['2020-06-15 1300:00 -0400', '2020-07-01 04:00:00 -0400'],
  ['2020-12-29 130:10:20 -0200', '2021-01-01 10:10:20 -0200'],
  ['2020-06-15 130:10:20 +0200', '2020-06-20 10:10:20 +0200'],
  ['2020-06-15 130:00', undefined],
])('with an offset, hours beyond a day are days: %s', (text, expected) => {
  const zone = findZone('UTC')
  const time = parseTime(text, zone, Time.utc(2024, 1, 1))
  expect(time?.toString()).toBe(expected)
})
