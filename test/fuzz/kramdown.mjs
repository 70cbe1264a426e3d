/**
 * Markdown that nobody wrote: made from fragments of the grammar, or from the
 * documents of this repository by a few changes each. What we write of it is
 * compared with what Jekyll's kramdown writes.
 *
 *   --spans          compare code with its token spans
 *   --only N         the document of that number alone, with the difference
 *   --list           the first line of difference of each document that differs
 *   --least SHARE    the share that has to be the same, in per cent (97)
 *
 * kramdown is asked through `../shared/kramdown/oracle.rb` beside the checkout,
 * which needs Ruby. Without it only the throwing is looked for.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compiledFolder, load, ROOT } from '../conformance/compiled.mjs'
import { unifiedDiff } from '../conformance/diff.mjs'
import { withoutSpans } from '../conformance/kramdown/suite.mjs'
import { createMaker } from './fragments.mjs'
import { askKramdown, ORACLE } from './kramdown-oracle.mjs'
import { mutateText } from './mutate-text.mjs'
import { randomFrom } from './random.mjs'

export const options = {
  spans: { type: 'boolean', default: false },
  only: { type: 'string' },
  list: { type: 'boolean', default: false },
  least: { type: 'string', default: '97' },
}

/** Answers how many documents made us throw, and one more where too many differ. */
export async function run({ count, seed, spans, only, list, least }) {
  const { kramdown } = await load(compiledFolder(), 'kramdown.js')
  const documents = makeDocuments(count, seed, only)
  const ours = documents.map(({ number, text }) => convert(kramdown, number, text))
  const threw = ours.filter((html) => html === undefined).length
  if (!existsSync(ORACLE)) {
    console.log(`${ORACLE} is not here: nothing is compared.`)
    console.log(`${documents.length} documents, ${threw} made us throw`)
    return threw
  }

  const theirs = await askKramdown(documents.map(({ text }) => text))
  const view = (html) => (spans || html === undefined ? html : withoutSpans(html))
  const answered = documents.map((_, index) => index).filter((index) => theirs[index] !== undefined)
  const different = answered.filter((index) => view(ours[index]) !== view(theirs[index]))
  for (const index of different) {
    if (!list && only === undefined) continue
    const diff = unifiedDiff(view(theirs[index]), view(ours[index]) ?? '') ?? ''
    console.log(only === undefined ? `${documents[index].number}\t${firstChange(diff)}` : diff)
  }
  if (only !== undefined) console.log(documents[0].text)

  const same = answered.length - different.length
  const share = (100 * same) / Math.max(1, answered.length)
  console.log(
    `${documents.length} documents, ${threw} made us throw, ` +
      `${documents.length - answered.length} that kramdown itself does not end; ` +
      `${same} of ${answered.length} the same (${share.toFixed(2)} %)`,
  )
  return threw + (share < Number(least) ? 1 : 0)
}

function makeDocuments(count, seed, only) {
  const real = realDocuments()
  const numbers = only === undefined ? Array.from({ length: count }, (_, i) => i) : [Number(only)]
  return numbers.map((number) => {
    const random = randomFrom(seed * 1_000_003 + number)
    const maker = createMaker(random)
    const text = number % 3 === 2 ? mutateText(random.pick(real), maker) : maker.document()
    return { number, text }
  })
}

/** What is written in Markdown here: the blog and the documentation. */
function realDocuments() {
  const folders = ['_posts', 'docs']
  const paths = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true }).map((path) => join(folder, path)),
  )
  const files = [...paths, 'README.md', 'CHANGELOG.md'].filter((path) => path.endsWith('.md'))
  return files.sort().map((path) => withoutFrontMatter(readFileSync(join(ROOT, path), 'utf8')))
}

function withoutFrontMatter(text) {
  return text.replace(/^---\n[\s\S]*?\n---\n/, '')
}

function convert(kramdown, number, text) {
  try {
    return kramdown(text)
  } catch (error) {
    console.log(`document ${number} makes us throw: ${error.stack}`)
    return undefined
  }
}

function firstChange(diff) {
  const changed = diff.split('\n').filter((line) => /^[-+](?!--|\+\+)/.test(line))
  return changed.slice(0, 2).join(' | ').slice(0, 160)
}
