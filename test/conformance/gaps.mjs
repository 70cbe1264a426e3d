/**
 * The list of cases that are known to fail: a line each, the name, a tab, the reason.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const HEAD = `# Cases that do not pass yet: name, tab, reason. One that passes must leave the list.
`

/** Name to reason. */
export function readGaps(file) {
  if (!existsSync(file)) return new Map()
  const lines = readFileSync(file, 'utf8').split('\n')
  return new Map(
    lines
      .filter((line) => line.trim() !== '' && !line.startsWith('# '))
      .map((line) => line.split('\t')),
  )
}

export function writeGaps(file, gaps) {
  const lines = [...gaps].map(([name, reason]) => `${name}\t${reason}\n`)
  writeFileSync(file, HEAD + lines.join(''))
}
