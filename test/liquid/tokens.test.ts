import { expect, test } from 'vitest'
import { render } from './render.ts'

test.each([
  ['an output ends at the next brace, also within quotes', '{{ "a}}b" }}', 'b" }}'],
  ['a tag ends at the next %}, also within quotes', '{% assign x = "%}" %}{{ x }}', '" %}'],
  ['a third brace belongs to the value', '{{{ "a" }}}', '}'],
  ['lone closing delimiters are text', 'a }} b %} c', 'a }} b %} c'],
  ['raw keeps what looks like Liquid', '{% raw %}{{ x }}{% if %}{% endraw %}', '{{ x }}{% if %}'],
  ['raw ends within what looks like an output', '{% raw %}{{ x {% endraw %}b', '{{ x b'],
  ['comments nest', '{% comment %}a{% comment %}b{% endcomment %}c{% endcomment %}d', 'd'],
  ['nobody need know a tag in a comment', '{% comment %}{% nope %}{% endcomment %}x', 'x'],
  ['strings have no escapes', "{{ 'a\\nb' }}", 'a\\nb'],
])('%s', async (_what, template, output) => {
  expect(await render(template)).toBe(output)
})

test.each([
  [
    'dashes take white space up to the next token',
    'a \n{%- if true -%}\n b \n{%- endif -%}\n c',
    'abc',
  ],
  [
    'a block of blank tags prints nothing',
    '{% for i in (1..3) %} {% assign x = i %}\n{% endfor %}|',
    '|',
  ],
  ['one branch with text keeps the space of all', '{% if true %} {% else %}x{% endif %}|', ' |'],
  [
    'blank blocks within blank blocks',
    '{% if true %}\n {% if true %}\n {% endif %}\n{% endif %}|',
    '|',
  ],
  ['an output makes its block more than blank', '{% if true %} {{ nope }} {% endif %}|', '  |'],
  [
    'capture keeps white space',
    '{% capture a %} {% if true %} {% endif %} {% endcapture %}[{{ a }}]',
    '[  ]',
  ],
  ['a dash on raw reaches over its body', '{% raw -%} a {% endraw %} c', ' a c'],
])('white space: %s', async (_what, template, output) => {
  expect(await render(template)).toBe(output)
})
