/** Changes a few places of a text, as slips of the hand and careless edits would. */

/** A part of the text, short enough that many can be asked about, with one to six changes. */
export function mutateText(text, maker) {
  const { random } = maker
  const lines = text.split('\n')
  const start = random.below(Math.max(1, lines.length - 20))
  let part = lines.slice(start, start + 10 + random.below(40))
  for (let left = 1 + random.below(6); left > 0; left--) part = random.pick(CHANGES)(part, maker)
  return part.join('\n')
}

const CHANGES = [
  (lines, { random }) => lines.toSpliced(random.below(lines.length), 1),
  (lines, { random }) => insertAt(lines, random, random.pick(lines)),
  (lines, { random }) => insertAt(lines, random, ''),
  (lines, maker) => insertAt(lines, maker.random, ...maker.block().split('\n')),
  (lines, { random }) => changeLine(lines, random, (line) => `  ${line}`),
  (lines, { random }) => changeLine(lines, random, (line) => `    ${line}`),
  (lines, { random }) => changeLine(lines, random, (line) => `> ${line}`),
  (lines, { random }) => changeLine(lines, random, (line) => `- ${line}`),
  (lines, { random }) => changeLine(lines, random, (line) => line.trimStart()),
  (lines, maker) => changeAt(lines, maker, (before, after) => before + maker.piece() + after),
  (lines, maker) => changeAt(lines, maker, (before, after) => before + after.slice(1)),
  (lines, maker) => changeAt(lines, maker, (before, after) => `${before}\n${after}`),
]

function insertAt(lines, random, ...fresh) {
  return lines.toSpliced(random.below(lines.length + 1), 0, ...fresh)
}

function changeLine(lines, random, change) {
  if (lines.length === 0) return lines
  const index = random.below(lines.length)
  return lines.toSpliced(index, 1, ...change(lines[index]).split('\n'))
}

function changeAt(lines, { random }, change) {
  return changeLine(lines, random, (line) => {
    const at = random.below(line.length + 1)
    return change(line.slice(0, at), line.slice(at))
  })
}
