import { expect, test } from 'vitest'
import { createProgress, formatProgress } from '../../src/cli/progress.ts'
import { createReport } from '../../src/cli/report.ts'
import type { Shell } from '../../src/cli/shell.ts'
import { makeFolder } from './make.ts'

/** A terminal, and what lines it shows once all is said. */
function makeTerminal(columns: number, isTTY = true) {
  let said = ''
  const stream = { write: (text: string) => (said += text), isTTY, columns }
  const shell: Shell = {
    stdout: stream,
    stderr: stream,
    env: { NO_COLOR: '1' },
    cwd: '/',
    untilInterrupted: async () => {},
  }
  return { shell, said: () => said, lines: () => said.split('\n').map(lastDrawn) }
}

/** What is left of a line that was cleared and drawn again. */
function lastDrawn(line: string): string {
  return line.slice(line.lastIndexOf('\x1b[K') + 1).replace('[K', '')
}

test.each([
  [80, 1, 4, '         Rendering: [##########..............................] 1 of 4'],
  [80, 4, 4, '         Rendering: [########################################] 4 of 4'],
  [50, 500, 1000, '         Rendering: [#######........] 500 of 1000'],
  [30, 500, 1000, '500 of 1000'],
  [8, 500, 1000, '500 of '],
  [1, 500, 1000, ''],
])('in %i columns, %i of %i is a line that fits', (columns, done, total, line) => {
  expect(formatProgress(done, total, columns)).toBe(line)
  expect(line.length).toBeLessThan(columns)
})

test('the bar comes after half a second, ten times a second, and goes with the next message', () => {
  const { shell, said, lines } = makeTerminal(50)
  let ms = 0
  const report = createReport(shell, 'info')
  const onRendered = createProgress(report, shell, () => ms)
  for (let done = 1; done <= 1000; done++) {
    ms++
    onRendered?.(done, 1000)
  }
  expect(said().match(/of 1000/g)).toHaveLength(6)
  expect(lines()).toEqual(['         Rendering: [##############] 1000 of 1000'])

  report.log.info('', 'done.')
  expect(lines()).toEqual(['                    done.', ''])
})

test.each(['debug', 'warn', 'error'] as const)('no bar is shown at the level %s', (level) => {
  const { shell, said } = makeTerminal(80)
  createProgress(createReport(shell, level), shell, () => Date.now() * 1000)?.(1, 2)
  expect(said()).toBe('')
})

test('where nobody looks, nobody is told', () => {
  const { shell } = makeTerminal(80, false)
  expect(createProgress(createReport(shell, 'info'), shell)).toBe(undefined)
})

test('a build that is over soon shows no bar, and what is piped never has one', async () => {
  const site = makeFolder({ 'index.html': '---\n---\n' })
  const { out } = await site.run(['build'])
  expect(out).not.toMatch('Rendering')
})
