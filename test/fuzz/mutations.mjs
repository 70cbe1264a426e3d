/**
 * What can go wrong with a site's files: each mutation changes a map of paths to
 * texts or bytes and answers what it did.
 */

const VALUES = [
  ...[
    '1',
    '-1',
    '0',
    '1.5',
    '.inf',
    '.nan',
    '99999999999999999999',
    '1e400',
    'true',
    'false',
    'null',
    '~',
  ],
  ...[
    '[]',
    '{}',
    '[a, 1, null]',
    '{a: b}',
    '[[[[1]]]]',
    '[{a: [b]}]',
    '{1: 2}',
    '{? [a] : b}',
    '""',
    '" "',
  ],
  ...[
    '2024-01-01',
    '2024-13-45',
    '0000-00-00',
    '2024-01-01 25:00',
    '12:30:45',
    'tomorrow',
    '99999-01-01',
  ],
  ...[
    '..',
    '../..',
    '/',
    '//',
    '.',
    'a/../b',
    '../../x',
    '/:title/',
    ':nope/:title',
    '%',
    '%zz',
    '#',
    '?a=b',
  ],
  ...[
    '"\\0"',
    '"a\\nb"',
    '*a',
    '&a b',
    '!ruby/object:Object {}',
    '!!binary YQ==',
    '|',
    '>',
    '- a',
    'a: b: c',
  ],
  ...[
    '{{ page.title }}',
    '{% raw %}',
    'ä ö',
    '\u{1f600}',
    '\u202e',
    '<b>',
    "'",
    '"',
    '[',
    '{',
    '@',
    '`',
  ],
  'x'.repeat(300),
  'x'.repeat(20_000),
]
const CONFIG_KEYS = (
  'source collections_dir plugins_dir layouts_dir includes_dir data_dir collections include exclude keep_files ' +
  'encoding markdown_ext strict_front_matter show_drafts limit_posts future unpublished whitelist plugins markdown ' +
  'highlighter lsi excerpt_separator page_excerpts incremental permalink paginate paginate_path timezone quiet verbose ' +
  'defaults liquid kramdown sass theme url baseurl time data csv_reader title author port host index_pages safe profile'
).split(' ')
const PAGE_KEYS = (
  'layout permalink published date title slug category categories tag tags excerpt excerpt_separator ' +
  'render_with_liquid draft hidden path name url id content next previous collection'
).split(' ')
const NAMES = [
  ...[
    'a b',
    'ü',
    '日本',
    '.hidden',
    '..',
    '...',
    '#x',
    'x~',
    '_x',
    '-x',
    'a%20b',
    'a%2fb',
    'a\\b',
    'a\nb',
    "a'b",
    'a"b',
  ],
  ...[
    'a.',
    'a..b',
    '.md',
    'con',
    'a:b',
    'a*b',
    'a?b',
    '[a]',
    '{a}',
    '$a',
    '&a',
    'a;b',
    ' ',
    '\u202e',
    'e\u0301',
    '\u00e9',
  ],
  ...['constructor', '__proto__', 'index', 'x'.repeat(250), `${'d/'.repeat(40)}x`],
]
const SNIPPETS = [
  ...[
    '{{',
    '{%',
    '}}',
    '{% raw %}',
    '{% endraw %}',
    '{% if %}',
    '{% endif %}',
    '{% for i in (1..99999999) %}{% break %}{% endfor %}',
  ],
  ...[
    '{{ site | jsonify | size }}',
    '{{ site.posts | inspect | size }}',
    '{{ page }}',
    '{{ "x" | divided_by: 0 }}',
    '{{ nil | date: "%Y" }}',
  ],
  ...[
    '{% include x %}',
    '{% include ../x %}',
    '{% include_relative ../../x %}',
    '{% link x %}',
    '{% post_url x %}',
    '{% highlight %}',
  ],
  ...[
    '{{ "a" | where_exp: "x", "x ==" }}',
    '{{ site.pages | group_by: "x" | sort: "y" }}',
    '{{ site.pages | sort: "date" | first }}',
    '{{ page.title | slugify: 1 }}',
  ],
  ...[
    '---\n---\n',
    '\r\n',
    '\u0000',
    '\ufeff',
    '\t',
    '{:toc}',
    '* x\n{:toc}',
    '[^1]',
    '[^1]: [^1]',
    '*[a]: b',
    '{::options x="y" /}',
    '<div markdown="1">',
    '```',
    '$$',
    '|a|b|\n|-',
  ],
  ...[
    '>'.repeat(500),
    '['.repeat(500),
    '*'.repeat(999),
    '- '.repeat(300),
    '<div>'.repeat(300),
    '{% if true %}'.repeat(200),
    '`'.repeat(300),
    '![]('.repeat(300),
    '('.repeat(300),
  ],
  `{{ ${'a | '.repeat(300)}b }}`,
  `{{ ${'a.'.repeat(300)}b }}`,
  `{{ a${'[0]'.repeat(300)} }}`,
]

/** `files` is a Map; a value is a text, bytes, or `{ link: target }`. */
export const MUTATIONS = {
  cut,
  line,
  value,
  configKey,
  pageKey,
  name,
  snippet,
  huge,
  bytes,
  swapKind,
  link,
  nest,
}

export function mutate(files, random) {
  const kind = random.pick(Object.keys(MUTATIONS))
  return `${kind}: ${MUTATIONS[kind](files, random) ?? 'nothing'}`
}

function pickText(files, random) {
  const texts = [...files].filter(([, content]) => typeof content === 'string')
  return texts.length === 0 ? ['index.html', '---\n---\n'] : random.pick(texts)
}

function cut(files, random) {
  const [path, text] = pickText(files, random)
  const at = random.below(text.length + 1)
  files.set(path, random.chance(0.5) ? text.slice(0, at) : text.slice(at))
  return `${path} at ${at}`
}

function line(files, random) {
  const [path, text] = pickText(files, random)
  const lines = text.split('\n')
  const at = random.below(lines.length)
  const other = random.below(lines.length)
  const change = random.below(3)
  if (change === 0) lines.splice(at, 1)
  else if (change === 1) lines.splice(at, 0, lines[other])
  else [lines[at], lines[other]] = [lines[other], lines[at]]
  files.set(path, lines.join('\n'))
  return `${path} line ${at + 1}`
}

function value(files, random) {
  const [path, text] = pickText(files, random)
  const lines = text.split('\n')
  const keyed = lines.flatMap((each, index) => (/^\s*(?:- )?[\w-]+:/.test(each) ? [index] : []))
  if (keyed.length === 0) return undefined
  const at = random.pick(keyed)
  const changed = random.pick(VALUES)
  lines[at] = `${lines[at].slice(0, lines[at].indexOf(':'))}: ${changed}`
  files.set(path, lines.join('\n'))
  return `${path}: ${lines[at].slice(0, 80)}`
}

function configKey(files, random) {
  const added = `${random.pick(CONFIG_KEYS)}: ${random.pick(VALUES)}`
  const before = files.get('_config.yml')
  files.set('_config.yml', `${typeof before === 'string' ? before.trimEnd() : ''}\n${added}\n`)
  return added.slice(0, 80)
}

function pageKey(files, random) {
  const paths = [...files.keys()].filter((path) => /\.(?:md|html|markdown|scss)$/.test(path))
  const path = paths.length === 0 ? 'index.md' : random.pick(paths)
  const text = files.get(path)
  const added = `${random.pick(PAGE_KEYS)}: ${random.pick(VALUES)}\n`
  const rest = typeof text === 'string' ? text : ''
  files.set(
    path,
    rest.startsWith('---\n') ? `---\n${added}${rest.slice(4)}` : `---\n${added}---\n${rest}`,
  )
  return `${path}: ${added.slice(0, 80)}`
}

function name(files, random) {
  const path = random.pick([...files.keys(), 'new.md'])
  const content = files.get(path) ?? '---\n---\nnew\n'
  const slash = path.lastIndexOf('/') + 1
  const dot = Math.max(path.lastIndexOf('.'), slash)
  const extension = random.chance(0.2)
    ? random.pick(['', '.MD', '.html', '.yml', '.csv', '.scss'])
    : path.slice(dot)
  const day = /^\d+-\d+-\d+-/.exec(path.slice(slash))?.[0] ?? ''
  files.delete(path)
  files.set(
    `${path.slice(0, slash)}${random.chance(0.8) ? day : ''}${random.pick(NAMES)}${extension}`,
    content,
  )
  return `${path} renamed`
}

function snippet(files, random) {
  const [path, text] = pickText(files, random)
  const at = random.below(text.length + 1)
  const added = random.pick(SNIPPETS)
  files.set(path, text.slice(0, at) + added + text.slice(at))
  return `${path}: ${added.slice(0, 40)}`
}

function huge(files, random) {
  const [path, text] = pickText(files, random)
  const times = random.pick([50, 500])
  const part = text.slice(random.below(text.length + 1)).slice(0, 200)
  files.set(path, text + part.repeat(times))
  return `${path}: ${part.length} signs ${times} times`
}

function bytes(files, random) {
  const [path, text] = pickText(files, random)
  const data = Buffer.from(text)
  const bad = random.pick([[0xff], [0xc3], [0xe2, 0x82], [0], [0xef, 0xbb, 0xbf], [0xff, 0xfe]])
  const at = random.below(data.length + 1)
  files.set(path, Buffer.concat([data.subarray(0, at), Buffer.from(bad), data.subarray(at)]))
  return `${path}: ${bad} at ${at}`
}

function swapKind(files, random) {
  const path = random.pick([
    ...files.keys(),
    '_config.yml',
    '_layouts/default.html',
    '_includes',
    '_posts',
    '_data',
    '_sass',
  ])
  const content = files.get(path)
  files.delete(path)
  if (content === undefined) files.set(path, 'a file')
  else files.set(`${path}/${random.pick(['x.md', 'index.html', '_posts'])}`, content)
  return path
}

function link(files, random) {
  const from = random.pick([
    'link.md',
    'linked',
    '_includes/link.html',
    '_layouts/default.html',
    '_posts/2020-01-01-l.md',
    '_data/l.yml',
    '_sass',
  ])
  const target = random.pick([
    'nowhere',
    '.',
    '..',
    '../..',
    '_posts',
    'linked',
    '../canary',
    '/dev/null',
    '_config.yml',
  ])
  files.delete(from)
  files.set(from, { link: target })
  return `${from} to ${target}`
}

function nest(files, random) {
  const depth = random.pick([20, 100, 400, 2000])
  const [path, content] = random.pick([
    ['_data/deep.yml', `${'['.repeat(depth)}${']'.repeat(depth)}\n`],
    ['_data/deep.json', `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`],
    [
      'deep.md',
      `---\na: ${'{a: '.repeat(depth)}1${'}'.repeat(depth)}\n---\n{{ page.a | jsonify | size }}\n`,
    ],
    ['deep.md', `---\n---\n${'> '.repeat(depth)}x\n`],
    [
      'deep.md',
      `---\n---\n${Array.from({ length: Math.min(depth, 200) }, (_, index) => `${' '.repeat(index * 2)}- x`).join('\n')}\n`,
    ],
    ['deep.md', `---\n---\n${'*a **b '.repeat(depth)}\n`],
    [
      'deep.html',
      `---\n---\n${'{% for a in site.pages %}'.repeat(depth)}${'{% endfor %}'.repeat(depth)}`,
    ],
    ['_includes/self.html', '{% include self.html %}'],
    [`${'deep/'.repeat(Math.min(depth, 100))}page.md`, '---\n---\nx\n'],
  ])
  files.set(path, content)
  if (path === '_includes/self.html') files.set('self.md', '---\n---\n{% include self.html %}\n')
  return `${path.slice(0, 40)} ${depth} deep`
}
