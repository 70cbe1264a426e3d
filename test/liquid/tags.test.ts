import { expect, test } from 'vitest'
import { toHash } from '../../src/util/values.ts'
import { makePost, render } from './render.ts'

test.each([
  ['{% unless true %}a{% elsif true %}b{% else %}c{% endunless %}', 'b'],
  ['{% if false %}a{% else %}b{% else %}c{% endif %}', 'b'],
  ['{% case 1 %}dropped{% when 1 or 2 %}a{% when 1 %}b{% else %}c{% endcase %}', 'ab'],
  ['{% case 3 %}{% when 1, 2 %}a{% else %}c{% endcase %}', 'c'],
  ['{% assign a-b = "x" | upcase %}{{ a-b }}', 'X'],
  ['{% capture x %}1{{ 2 }}{% endcapture %}{{ x }}', '12'],
  [
    '{% cycle "a", "b" %}{% cycle "a", "b" %}{% cycle n: "a", "b" %}{% cycle n: "c", "d" %}',
    'abad',
  ],
  ['{% cycle x, "b" %}{% cycle x, "b" %}|', '|'],
  ['{% increment c %}{% increment c %}{{ c }}{% decrement d %}', '012-1'],
  ['{% ifchanged %}a{% endifchanged %}{% ifchanged %}a{% endifchanged %}', 'a'],
  ['{% liquid\n assign x = 1\n if x == 1\n echo "y"\n endif\n%}{% # note %}', 'y'],
])('%s', async (template, output) => {
  expect(await render(template)).toBe(output)
})

const LISTS = 'a: [1, 2, 3, 4, 5, 6]\nh: {x: 1, y: 2}\nnone: ~'

test.each([
  ['{% for i in a reversed limit:2 %}{{ i }}{% endfor %}', '21'],
  ['{% for i in a limit:2 offset:1 %}{{ i }}{% endfor %}', '23'],
  [
    '{% for i in a limit:2 %}{{ i }}{% endfor %}{% for i in a offset:continue %}{{ i }}{% endfor %}',
    '123456',
  ],
  ['{% for i in none %}x{% else %}empty{% endfor %}', 'empty'],
  ['{% for i in a limit:0 %}x{% else %}empty{% endfor %}', 'empty'],
  ['{% for i in "abc" %}[{{ i }}]{% endfor %}', '[abc]'],
  [
    '{% for i in a %}{% if i == 2 %}{% continue %}{% endif %}{% if i == 4 %}{% break %}{% endif %}{{ i }}{% endfor %}',
    '13',
  ],
  [
    '{% for i in (1..2) %}{% for j in (1..2) %}{{ forloop.parentloop.index }}{{ forloop.rindex }}{{ forloop.last }} {% endfor %}{% endfor %}',
    '12false 11true 22false 21true ',
  ],
  ['a{% break %}b', 'a'],
  ['{% for p in h %}{{ p[0] }}{{ p[1] }}{% endfor %}', 'x1y2'],
  ['{% assign i = "out" %}{% for i in a limit:1 %}{{ i }}{% endfor %}{{ i }}', '1out'],
])('loops: %s', async (template, output) => {
  expect(await render(template, { data: LISTS })).toBe(output)
})

test('tablerow writes rows and cells', async () => {
  const template = '{% tablerow i in a cols:2 limit:3 %}{{ i }}{% endtablerow %}'
  expect(await render(template, { data: LISTS })).toBe(
    '<tr class="row1">\n<td class="col1">1</td><td class="col2">2</td></tr>\n' +
      '<tr class="row2"><td class="col1">3</td></tr>\n',
  )
})

const includes = {
  'a.html': '[{{ include.x }}|{{ include.y }}]',
  'outer.html': '<{% include a.html x=include.v %}{{ include.v }}>',
  'set.html': '{% assign leaked = "L" %}',
  'loop.html': '{{ i }}{{ forloop.index }}',
  'JB/setup': '{% assign BASE = "/b" %}',
  'shown.html': '{{ include }}',
  'break.html': 'a{% break %}b',
}

test.each([
  ['{% include a.html x=1.50 y="two" %}', '[1.5|two]'],
  ['{% include a.html x = "q\\"q" y=\'s\\\'s\' %}', '[q"q|s\'s]'],
  ['{% include a.html x=page.title y=page.nope %}', '[PT|]'],
  ['{% include outer.html v="deep" %}', '<[deep|]deep>'],
  ['{% include set.html %}{{ leaked }}', 'L'],
  ['{% for i in (1..2) %}{% include loop.html %}{% endfor %}', '1122'],
  ['{% include JB/setup %}{{ BASE }}', '/b'],
  [
    '{% assign f = "a" %}{% include {{ f }}.html x=1 %}{% include {{ f | append: ".html" }} %}',
    '[1|][|]',
  ],
  ['{% include /JB/setup %}{{ BASE }}', '/b'],
  ['{% include shown.html a=1 b="2" %}{% include shown.html %}', '{"a"=>1, "b"=>"2"}'],
  ['{% for i in (1..3) %}{% include break.html %}{% endfor %}', 'a'],
  ['{% if false %}{% include nowhere.html %}{% endif %}ok', 'ok'],
])('include: %s', async (template, output) => {
  expect(await render(template, { includes, page: 'title: PT' })).toBe(output)
})

test('include_relative reads beside the page, front matter and all', async () => {
  const files = { 'docs/part.html': '---\na: 1\n---\n{{ include.x }}' }
  expect(await render('{% include_relative part.html x=9 %}', { files })).toBe('---\na: 1\n---\n9')
  expect(await render('{% include_relative /part.html x=8 %}', { files })).toBe('---\na: 1\n---\n8')
})

test('highlight puts code into a figure', async () => {
  expect(await render('{% highlight text %}\n<b>\n{% endhighlight %}')).toBe(
    '<figure class="highlight"><pre><code class="language-text" data-lang="text">&lt;b&gt;</code></pre></figure>',
  )
})

test('link and post_url give URLs under baseurl', async () => {
  const posts = [makePost(1, toHash({ title: 'One' }))]
  const template = '{% link _posts/2024-01-01-post-1.md %} {% post_url 2024-01-01-post-1 %}'
  expect(await render(template, { posts, config: { baseurl: '/b' } })).toBe(
    '/b/2024/1.html /b/2024/1.html',
  )
})
