/**
 * What holds for every lexer and every text, as functions: `properties.test.ts`
 * asks them of made-up texts, `check-projects.mjs` of the files of projects.
 */

/** The text in the output, without its spans. */
export function textOf(html) {
  return html
    .replace(/<\/?span[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** The same numbers each time, from 0 up to 65535. */
export function randomNumbers(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 16
  }
}

/** The lines of texts in another order, over and over up to a length. */
export function shuffledText(texts, length, seed) {
  const lines = texts.flatMap((text) => text.split('\n'))
  const next = randomNumbers(seed)
  let text = ''
  while (text.length < length) text += `${lines[next() % lines.length]}\n`
  return text
}

/** Bytes without sense: each as a character of its own, and as UTF-8 with marks where it is none. */
export function randomTexts(count, length, seed) {
  const next = randomNumbers(seed)
  return Array.from({ length: count }, (_, index) => {
    const bytes = Uint8Array.from({ length }, () => (next() % 3 === 0 ? next() : next() % 128))
    return new TextDecoder(index % 2 === 0 ? 'latin1' : 'utf-8').decode(bytes)
  })
}

/** A text cut off at `count` places, from short to long. */
export function truncations(text, count) {
  const step = Math.max(1, Math.floor(text.length / count))
  return Array.from({ length: count }, (_, index) => text.slice(0, (index + 1) * step - 1))
}

/**
 * How many times as long a text takes that is eight times as long: 8 is in step
 * with the length, 64 its square. Processor time counts, and the least of some
 * tries, since others use the machine too. What takes no time at all is 0.
 */
export function growth(highlight, text) {
  const short = text.slice(0, Math.ceil(text.length / 8))
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3 && least > 16; round++) {
    const long = processorTime(() => highlight(text))
    if (long < NOTHING) return 0
    least = Math.min(
      least,
      long /
        Math.max(
          1,
          processorTime(() => highlight(short)),
        ),
    )
  }
  return least
}

/** In milliseconds. */
const NOTHING = 25

function processorTime(work) {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** What opens something, or may be taken for it. */
export const OPENERS = [
  ...['(', '[', '{', '<', '"', "'", '`', '/', '\\', '*', '-', ':', '?', '@', '&', '#', '%', '='],
  ...['$', '|', '~', '!', '.', ',', ';', '+', '^', '_', 'a', '0', ' ', '\t', '\n', '\r\n', 'é'],
  ...['"\\', "'\\", '#{', '${', '$((', '$(', '%w(', '<<A\n', '/*', '(*', '{-', '<!--', '<?', '{%'],
  ...['{{', '<%', '<![CDATA[', 'a: ', '- ', 'a ? ', 'a[', '"""', "'''", '```\n', '~~~\n', "f'{"],
  ...[
    'url(',
    '<a ',
    '<script>',
    '<style>',
    '=begin\n',
    '`${',
    'a.',
    'a::',
    'a<',
    'q{',
    's/a',
    '1.',
  ],
  ...[
    'R"x(',
    '--[[',
    '#=',
    '"#{',
    '\\begin{',
    '[[',
    '((',
    'a(b',
    'a b ',
    'if ',
    'class ',
    '#if 0\n',
  ],
]
