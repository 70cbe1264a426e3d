import { expect, test } from 'vitest'
import { createLog } from '../../src/util/log.ts'
import { toHash } from '../../src/util/values.ts'
import { makePost, render } from './render.ts'

const DATA = `
numbers: [3, 1, 2]
nested: [[1, 2], [3, [4]]]
things:
- {n: b, w: 2, tags: [x, y]}
- {n: a, w: 10, tags: [y]}
- {n: c, tags: x}
- {n: A, w: 2.0, sub: {k: 1}}
hash: {k1: {n: 1}, k2: {n: 2}}
time: 2024-07-04 13:05:09 +0200
day: 2024-01-02
`

test.each([
  ['{{ 7 | divided_by: 2 }} {{ -7 | divided_by: 2 }} {{ 7 | divided_by: 2.0 }}', '3 -4 3.5'],
  ['{{ 0.1 | plus: 0.2 }} {{ 100 | times: 1.1 }} {{ 3 | plus: 1.0 }}', '0.3 110.0 4.0'],
  ['{{ -7 | modulo: 3 }} {{ 5 | divided_by: 0.0 }}', '2 Infinity'],
  ['{{ 99999999999 | times: 99999999999 }}', '9999999999800000000001'],
  ['{{ 4.5 | round }} {{ 3.999 | round: 2 }} {{ 1234.567 | round: -2 }}', '5 4.0 1200'],
  [
    '{{ 3.0 | round }} {{ "-3.0" | round: 0 }} {{ 3.0 | round: 1 }} {{ 0.0 | round }}',
    '3 -3 3.0 0',
  ],
  [
    '{{ "3.5" | plus: 0 }} {{ "12abc" | plus: 0 }} {{ "1e3" | plus: 0 }} {{ true | plus: 0 }}',
    '3.5 12 1 0',
  ],
  ['{{ 4 | at_least: 2.5 }} {{ 6.0 | floor }} {{ -5.50 | abs }}', '4 6 5.5'],
])('numbers: %s', async (template, output) => {
  expect(await render(template)).toBe(output)
})

test.each([
  ['{{ "héllo😀" | size }} {{ "héllo😀wörld" | truncate: 9 }}', '6 héllo😀...'],
  [
    '{{ "one two three" | truncatewords: 2 }} {{ "one two" | truncatewords: 2 }}',
    'one two... one two',
  ],
  ['{{ "a,b,," | split: "," | size }} {{ " a  b " | split: " " | join: "-" }}', '2 a-b'],
  ['{{ "hello WORLD" | capitalize }} {{ "abc" | slice: -2, 2 }}', 'Hello world bc'],
  ['{{ "abc" | replace: "", "-" }} {{ "a.b.b" | replace_first: "b", "x" }}', '-a-b-c- a.x.b'],
  ['{{ "<script>x</script>a<!-- b --><b>c</b> < d" | strip_html }}', 'ac < d'],
  [
    '{{ "\'<&>" | escape }} {{ "\'" | xml_escape }} {{ "&amp; &" | escape_once }}',
    '&#39;&lt;&amp;&gt; &apos; &amp; &amp;',
  ],
  [
    '{% assign x = " one two\n" %}{{ x | truncatewords: 2 }}|{{ x | truncatewords: 3 }}|{{ x | truncatewords: 1 }}',
    'one two...| one two\n|one...',
  ],
  ['{{ "%41%2f…½ %c3%A9 5%" | uri_escape }}', 'A/...1%E2%81%842%20%C3%A9%205%25'],
  ['{{ "%ff…{" | uri_escape }} {{ "/%ff…{?" | relative_url }}', '%FF%E2%80%A6%7B /%FF%E2%80%A6%7B'],
  ['{{ "a b&é" | url_encode }} {{ "a b%20é" | uri_escape }}', 'a+b%26%C3%A9 a%20b%20%C3%A9'],
  [
    '{{ "The _cönfig.yml file" | slugify }} {{ "A b" | slugify: "pretty" }}',
    'the-cönfig-yml-file a-b',
  ],
  ['{{ nope | default: "d" }} {{ false | default: "d", allow_false: true }}', 'd false'],
  ['{{ "a\\nb" | newline_to_br }} {{ "x" | nofilter: 1 | upcase }}', 'a\\nb X'],
  ['{{ "안녕 세계 abc" | number_of_words: "auto" }}', '5'],
])('text: %s', async (template, output) => {
  expect(await render(template)).toBe(output)
})

test.each([
  ['{{ things | map: "n" | join }} {{ nested | join: "," }}', 'b a c A 1,2,3,4'],
  ['{{ numbers | sort | join }} {{ things | sort: "w" | map: "n" }}', '1 2 3 cbAa'],
  [
    '{{ things | sort: "w", "last" | map: "n" }} {{ things | sort_natural: "n" | map: "n" }}',
    'bAac aAbc',
  ],
  ['{{ things | where: "w", 2 | map: "n" }} {{ things | where: "tags", "x" | map: "n" }}', 'b bc'],
  ['{{ things | where: "w", nil | map: "n" }} {{ things | where: "sub.k", 1 | map: "n" }}', 'c A'],
  ['{{ things | where_exp: "t", "t.w > 5 or t.n == \'c\'" | map: "n" }}', 'ac'],
  ['{{ things | find: "n", "a" | jsonify }}', '{"n":"a","w":10,"tags":["y"]}'],
  [
    '{% assign g = things | group_by: "w" %}{% for x in g %}{{ x.name }}:{{ x.size }};{% endfor %}',
    '2:1;10:1;:1;2.0:1;',
  ],
  ['{{ things | group_by_exp: "t", "t.n | downcase" | map: "name" | join }}', 'b a c'],
  ['{{ hash | where: "n", 2 | jsonify }}', '[{"n":2}]'],
  ['{{ numbers | push: 4 | unshift: 0 | pop: 2 | shift | join }}', '3 1'],
  ['{{ "1,1.0,1" | split: "," | uniq | join }} {{ numbers | concat: numbers | size }}', '1 1.0 6'],
  [
    '{{ numbers | array_to_sentence_string }} {{ numbers | first }}{{ hash | first }}',
    '3, 1, and 2 3k1{"n"=>1}',
  ],
])('lists: %s', async (template, output) => {
  expect(await render(template, { data: DATA })).toBe(output)
})

test.each([
  ['{{ time | date: "%F %T %z" }} {{ day | date: "%-d %b" }}', '2024-07-04 13:05:09 +0200 2 Jan'],
  [
    '{{ time | date_to_string }} {{ time | date_to_string: "ordinal", "US" }}',
    '04 Jul 2024 Jul 4th, 2024',
  ],
  [
    '{{ time | date_to_xmlschema }} {{ time | date_to_rfc822 }}',
    '2024-07-04T11:05:09+00:00 Thu, 04 Jul 2024 11:05:09 +0000',
  ],
  ['{{ "1/5/2024" | date: "%F" }} {{ "20240105" | date: "%Y" }}', '2024-05-01 1970'],
  ['{{ "soon" | date: "%F" }} {{ 1.5 | date: "%F" }} {{ day | date: "" }}', 'soon 1.5 2024-01-02'],
])('dates: %s', async (template, output) => {
  expect(await render(template, { data: DATA })).toBe(output)
})

test.each([
  ['<p>one two</p>\n<p>three</p>\n', '3'],
  ['a<b>b</b> <i>c</i>', '2'],
  [' \t\n<br>', '0'],
  ['', '0'],
  ['1 < 2 and no end', '6'],
  ['> a <b> c <d', '4'],
  ['<script>no words</script>one<!-- nor here --> two', '2'],
  ['<style>open <b>two', '2'],
  ['“one”—two\u00a0three', '1'],
])('the words of %j without tags, told at once or one after another', async (html, count) => {
  const template =
    '{{ html | strip_html | number_of_words }} ' +
    '{% assign text = html | strip_html %}{{ text | number_of_words }}'
  const data = `html: ${JSON.stringify(html)}`
  expect(await render(template, { data })).toBe(`${count} ${count}`)
})

test('a filter of a plugin in place of strip_html is heard before words are counted', async () => {
  const plugins = [{ name: 'own', filters: { strip_html: () => 'one two three' } }]
  expect(await render('{{ "<b>x</b>" | strip_html | number_of_words }}', { plugins })).toBe('3')
})

test('dates in a zone: values with an offset keep it, others are local', async () => {
  const config = { timezone: 'America/New_York' }
  const template =
    '{{ time | date: "%T %z" }} {{ "2024-12-04" | date_to_xmlschema }} {{ 0 | date: "%F %T" }}'
  expect(await render(template, { data: DATA, config })).toBe(
    '13:05:09 +0200 2024-12-04T00:00:00-05:00 1969-12-31 19:00:00',
  )
})

const HOME = { url: 'https://Example.org:443', baseurl: '/base/' }

test.each([
  [
    '{{ "/a" | relative_url }} {{ "a" | relative_url }} {{ "" | relative_url }}',
    '/base/a /base/a /base',
  ],
  ['{{ "/a b/é.html" | relative_url }} {{ "../x" | relative_url }}', '/base/a%20b/%C3%A9.html /x'],
  [
    '{{ "http://o.org/x y" | absolute_url }} {{ "mailto:a@b" | relative_url }}',
    'http://o.org/x y mailto:a@b',
  ],
  [
    '{{ "/a" | absolute_url }} {{ "" | absolute_url }}',
    'https://example.org/base/a https://example.org/base',
  ],
  ['{{ "/a/index.html" | strip_index }}', '/a/'],
])('urls: %s', async (template, output) => {
  expect(await render(template, { config: HOME })).toBe(output)
})

test('a document stands for its URL', async () => {
  const posts = [makePost(1, toHash({ title: 'One' }))]
  expect(await render('{{ site.posts.first | relative_url }}', { posts, config: HOME })).toBe(
    '/base/2024/1.html',
  )
})

test.each([
  ['{{ "x" | append }}', 'Liquid error (line 1): wrong number of arguments (given 1, expected 2)'],
  [
    '{{ "x" | truncate: 1, "", 3 }}',
    'Liquid error (line 1): wrong number of arguments (given 4, expected 1..3)',
  ],
  ['{{ 5 | divided_by: 0 }}', 'Liquid error (line 1): divided by 0'],
  ['{{ nil | sort }}', 'Liquid error (line 1): Cannot sort a null object.'],
  ['{{ "x" | date_to_string }}', 'Invalid Date: \'"x"\' is not a valid datetime.'],
  ['{{ "abc" | slice: "x" }}', 'Liquid error (line 1): invalid integer'],
])('%s stops the build', async (template, message) => {
  await expect(render(template)).rejects.toThrow(message)
})

test('an empty slug is warned of', async () => {
  const log = createLog()
  expect(await render('[{{ "!!!" | slugify }}]', { log })).toBe('[]')
  expect(log.messages.map(({ text }) => text)).toEqual(["Empty `slug` generated for '!!!'."])
})
