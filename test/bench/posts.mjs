/**
 * Made-up posts for the benchmark: the same for the same count, on any machine.
 */

const SUBJECTS = [
  'the harbour',
  'a small engine',
  'our template',
  'the old parser',
  'my neighbour',
  'every page',
  'the night train',
  'a second reader',
  'the build',
  'one careless commit',
  'the garden',
  'a borrowed camera',
  'the whole archive',
  'an honest benchmark',
  'this paragraph',
  'the lighthouse',
]
const VERBS = [
  'carries',
  'rewrites',
  'forgets',
  'measures',
  'keeps',
  'explains',
  'hides',
  'repairs',
  'answers',
  'replaces',
  'remembers',
  'outlives',
  'follows',
  'needs',
  'surprises',
  'copies',
]
const OBJECTS = [
  'the morning mail',
  'a quiet bug',
  'two kinds of files',
  'the longest list',
  'its own footnotes',
  'what nobody asked for',
  'the price of speed',
  'a table of contents',
  'most of the weather',
  'the missing comma',
  'a handful of tests',
  'the road to the sea',
  'everything but the title',
]
const TAILS = [
  'before breakfast',
  'without a word',
  'in less than a second',
  'as if it were new',
  'once a year',
  'and nobody minds',
  'which is the point',
  'until the cache is cold',
  'on a slow machine',
  'when the wind turns',
  'for the third time',
  'almost by accident',
]
const TAGS = [
  'travel',
  'photography',
  'engines',
  'parsers',
  'testing',
  'gardening',
  'books',
  'weather',
  'trains',
  'typography',
  'speed',
  'node',
  'ruby',
  'css',
  'maps',
  'letters',
  'bread',
  'music',
  'cycling',
  'astronomy',
  'C++',
  'open source',
  'history',
  'tools',
]
const CATEGORIES = ['notes', 'essays', 'howto', 'reviews', 'journal', 'projects']
const CODE = [
  [
    'ruby',
    'class Boiler\n  attr_reader :pressure\n\n  def initialize(pressure = 1.5)\n    @pressure = pressure\n  end\n\n  # Lets off steam until it is safe.\n  def relieve!\n    @pressure -= 0.1 while pressure > 1.0\n    puts "now at #{pressure.round(2)} bar"\n  end\nend',
  ],
  [
    'javascript',
    "import { readFile } from 'node:fs/promises'\n\n// Counts how often each word stands in a file.\nexport async function words(path) {\n  const counts = new Map()\n  for (const word of (await readFile(path, 'utf8')).split(/\\s+/)) {\n    counts.set(word, (counts.get(word) ?? 0) + 1)\n  }\n  return [...counts].sort(([, a], [, b]) => b - a)\n}",
  ],
  [
    'python',
    'from pathlib import Path\n\n\ndef sizes(folder: str) -> dict[str, int]:\n    """Bytes of every file below a folder."""\n    found = {}\n    for path in Path(folder).rglob("*"):\n        if path.is_file() and not path.name.startswith("."):\n            found[str(path)] = path.stat().st_size\n    return found',
  ],
  [
    'shell',
    'set -eu\nfor post in _posts/*.md; do\n  if [ "$(wc -w < "$post")" -gt 400 ]; then\n    echo "long: $post"\n  fi\ndone',
  ],
  [
    'yaml',
    'title: A blog\ntags: [a, b]\ndefaults:\n  - scope: {path: "", type: posts}\n    values:\n      layout: post\n      comments: true',
  ],
]

/** `[{date, slug, title, tags, category, body}]`, oldest first. */
export function makePosts(count) {
  const random = randomFrom(20_170_906)
  return Array.from({ length: count }, (_, index) => makePost(index, count, random))
}

function makePost(index, count, { chance, pick, between }) {
  const sentence = () => {
    const words = `${pick(SUBJECTS)} ${pick(VERBS)} ${marked(pick(OBJECTS))} ${pick(TAILS)}`
    return `${words[0].toUpperCase()}${words.slice(1)}.`
  }
  const marked = (words) => {
    if (chance(0.06)) return `**${words}**`
    if (chance(0.06)) return `*${words}*`
    if (chance(0.05)) return `\`${words.split(' ').at(-1)}\``
    if (chance(0.05)) return `[${words}](https://example.org/${words.replaceAll(' ', '-')})`
    return words
  }
  const paragraph = () => Array.from({ length: between(3, 7) }, sentence).join(' ')
  const heading = () => `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)}`
  const list = () => {
    const mark = chance(0.3) ? '1.' : '-'
    return Array.from({ length: between(3, 6) }, () => `${mark} ${sentence()}`).join('\n')
  }
  const table = () => {
    const row = () => `| ${pick(OBJECTS)} | \`${pick(TAGS)}\` | ${between(1, 9999)} |`
    const rows = Array.from({ length: between(3, 8) }, row)
    return ['| What | Kind | Size |', '|:-----|:----:|-----:|', ...rows].join('\n')
  }
  const code = () => {
    const [language, text] = pick(CODE)
    return `\`\`\`${language}\n${text}\n\`\`\``
  }

  const parts = [paragraph()]
  for (let section = between(2, 4); section > 0; section--) {
    parts.push(`## ${heading()}`, paragraph(), paragraph())
    if (chance(0.5)) parts.push(list())
    if (chance(0.3)) parts.push(code())
    if (chance(0.2)) parts.push(table())
    if (chance(0.2)) parts.push(`> ${sentence()}\n> ${sentence()}`)
    parts.push(paragraph())
  }
  const days = Math.floor((index * 5000) / Math.max(count, 1))
  const date = new Date(Date.UTC(2010, 0, 1 + days)).toISOString().slice(0, 10)
  return {
    date,
    slug: `${heading().replaceAll(' ', '-')}-${index}`,
    title: heading(),
    tags: [...new Set([pick(TAGS), pick(TAGS), pick(TAGS)])],
    category: pick(CATEGORIES),
    body: `${parts.join('\n\n')}\n`,
  }
}

/** Numbers that look random and are the same each time: a linear congruence, high bits. */
function randomFrom(seed) {
  let state = BigInt(seed)
  const next = () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn
    return Number(state >> 33n) / 2 ** 31
  }
  const between = (low, high) => low + Math.floor(next() * (high - low + 1))
  return {
    between,
    chance: (share) => next() < share,
    pick: (list) => list[between(0, list.length - 1)],
  }
}
