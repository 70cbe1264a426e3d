/** What is left of HTML without its tags, for `strip_html`, and how many words that is. */

import { countWords, spaceBit } from './text.ts'

/** Most texts have none of the blocks, and one search tells so. */
const BLOCK_BEGIN = /<(?:script|!--|style)/

/** Without tags; scripts, comments and styles go with what is in them. */
export function stripHtml(html: string): string {
  return stripTags(BLOCK_BEGIN.test(html) ? stripBlocks(html) : html)
}

const LESS = '<'.charCodeAt(0)

/** The words of `stripHtml`, without making that text: pages that tell how long they take to read ask this. */
export function countWordsOfHtml(html: string): number {
  if (BLOCK_BEGIN.test(html)) return countWords(stripHtml(html))
  const lastEnd = html.lastIndexOf('>')
  let count = 0
  let before = 1
  for (let at = 0; at < html.length; at++) {
    const code = html.charCodeAt(at)
    if (code === LESS && at < lastEnd) at = html.indexOf('>', at)
    else {
      const space = spaceBit(code)
      count += before & ~space
      before = space
    }
  }
  return count
}

const BLOCKS = [
  ['<script', '</script>'],
  ['<!--', '-->'],
  ['<style', '</style>'],
] as const

function stripBlocks(text: string): string {
  const unclosed = new Set<string>()
  let kept = ''
  let from = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const end = endOfBlock(text, at, unclosed)
    if (end === undefined) at++
    else {
      kept += text.slice(from, at)
      from = end
      at = end
    }
  }
  return kept + text.slice(from)
}

function endOfBlock(text: string, at: number, unclosed: Set<string>): number | undefined {
  for (const [open, close] of BLOCKS) {
    if (unclosed.has(close) || !text.startsWith(open, at)) continue
    const end = text.indexOf(close, at + open.length)
    if (end >= 0) return end + close.length
    unclosed.add(close)
  }
  return undefined
}

const TAG = /<[^>]*>/g

/** Only up to the last `>`, so that no `<` is looked from in vain. */
function stripTags(text: string): string {
  const end = text.lastIndexOf('>') + 1
  if (!text.includes('<', end)) return text.replace(TAG, '')
  return text.slice(0, end).replace(TAG, '') + text.slice(end)
}
