/**
 * What differs between two texts, as a unified diff.
 */

const CONTEXT = 3

/** Empty where the texts are equal. */
export function unifiedDiff(expected, got, name = '') {
  if (expected === got) return ''
  const edits = editsBetween(lines(expected), lines(got))
  return `--- expected ${name}\n+++ got ${name}\n${hunks(edits).join('')}`
}

/** Lines with their ends; a last line without one is marked as diff does. */
function lines(text) {
  const list = text.split('\n')
  if (list.at(-1) === '') list.pop()
  else list[list.length - 1] += '\n\\ No newline at end'
  return list
}

function editsBetween(a, b) {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end))
    end++
  return [
    ...a.slice(0, start).map((text) => [' ', text]),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map((text) => [' ', text]),
  ]
}

/** By the longest common subsequence, unless the table for it would be huge. */
function middle(a, b) {
  if (a.length * b.length > 4_000_000) {
    return [...a.map((text) => ['-', text]), ...b.map((text) => ['+', text])]
  }
  const width = b.length + 1
  const common = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1] + 1
          : Math.max(common[(i + 1) * width + j], common[i * width + j + 1])
    }
  }
  const edits = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      edits.push([' ', a[i++]])
      j++
    } else if (
      j === b.length ||
      (i < a.length && common[(i + 1) * width + j] >= common[i * width + j + 1])
    ) {
      edits.push(['-', a[i++]])
    } else {
      edits.push(['+', b[j++]])
    }
  }
  return edits
}

function hunks(edits) {
  const shown = new Set()
  edits.forEach(([mark], at) => {
    if (mark === ' ') return
    for (let near = Math.max(at - CONTEXT, 0); near <= at + CONTEXT; near++) shown.add(near)
  })
  const parts = []
  let before = 1
  let after = 1
  edits.forEach(([mark, text], at) => {
    if (shown.has(at)) {
      if (!shown.has(at - 1)) parts.push(`@@ -${before} +${after} @@\n`)
      parts.push(`${mark}${text}\n`)
    }
    if (mark !== '+') before++
    if (mark !== '-') after++
  })
  return parts
}
