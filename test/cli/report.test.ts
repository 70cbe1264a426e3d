import { expect, test } from 'vitest'
import { createReport, formatFailure, formatMessage } from '../../src/cli/report.ts'
import type { Shell } from '../../src/cli/shell.ts'
import { SiteError } from '../../src/util/errors.ts'

function makeShell(isTTY: boolean, env: Record<string, string> = {}) {
  const out: string[] = []
  const err: string[] = []
  const shell: Shell = {
    stdout: { write: (text) => out.push(text), isTTY },
    stderr: { write: (text) => err.push(text), isTTY },
    env,
    cwd: '/',
    untilInterrupted: () => Promise.resolve(),
  }
  return { shell, out, err }
}

test('a message has its topic right-aligned to column 20', () => {
  expect(formatMessage({ level: 'info', topic: 'Source:', text: '/blog' })).toBe(
    '            Source: /blog',
  )
})

test('further lines of a message stand under the first', () => {
  expect(formatMessage({ level: 'warn', topic: 'Conflict:', text: 'Shared:\n - a.md' })).toBe(
    ['          Conflict: Shared:', '                     - a.md'].join('\n'),
  )
})

test('a message with a line names its place below', () => {
  const place = { file: '_posts/2024-01-31-a.md', line: 3 }
  expect(formatMessage({ level: 'warn', topic: 'Build Warning:', text: 'Odd date', place })).toBe(
    ['     Build Warning: Odd date', '                    _posts/2024-01-31-a.md:3'].join('\n'),
  )
})

test('an error shows place, source line, caret, who asked, and what to do', () => {
  const error = new SiteError("Could not locate the included file 'hed.html'", {
    topic: 'Liquid Exception:',
    place: { file: '_layouts/default.html', line: 4, column: 3 },
    sourceLine: '  {% include hed.html %}',
    trail: [{ file: 'index.md' }, { file: '_layouts/page.html', line: 2 }],
    hint: "Did you mean 'head.html'?",
  })
  expect(formatFailure(error, 'build', false)).toBe(
    `_layouts/default.html:4:3: Liquid Exception: Could not locate the included file 'hed.html' in _layouts/page.html

  4 |   {% include hed.html %}
        ^
  from index.md
  from _layouts/page.html:2
  Did you mean 'head.html'?

                    Please append \`--trace\` to the \`build\` command 
                    for any additional information or backtrace.`,
  )
})

test('an error without a place is a message with a hint', () => {
  const error = new SiteError('Destination directory cannot be the source.', {
    topic: 'Fatal:',
    hint: 'Set another one.',
  })
  expect(formatFailure(error, 'clean', false)).toBe(
    `             Fatal: Destination directory cannot be the source.
                    Set another one.

                    Please append \`--trace\` to the \`clean\` command 
                    for any additional information or backtrace.`,
  )
})

test.each([
  ['a tab', '\t{% x %}', 2, '  7 | \t{% x %}\n      \t^'],
  ['wide signs', '日本{% x %}', 3, '  7 | 日本{% x %}\n          ^'],
  ['an escape sequence', '\x1b[2Jx', 5, '  7 | ␛[2Jx\n          ^'],
  ['the end of the line', 'ab', 3, '  7 | ab\n        ^'],
])('the caret stands under its column behind %s', (_what, sourceLine, column, shown) => {
  const error = new SiteError('Bad', { place: { file: 'a.md', line: 7, column }, sourceLine })
  expect(formatFailure(error, 'build', false).split('\n').slice(0, 4).join('\n')).toBe(
    `a.md:7:${column}: Bad\n\n${shown}`,
  )
})

test('of a very long line the part around the column is shown', () => {
  const sourceLine = `${'a'.repeat(500)}!${'b'.repeat(500)}`
  const error = new SiteError('Bad', {
    place: { file: 'a.html', line: 1, column: 501 },
    sourceLine,
  })
  expect(formatFailure(error, 'build', false).split('\n').slice(2, 4)).toEqual([
    `  1 | ${'a'.repeat(59)}!${'b'.repeat(60)}`,
    `      ${' '.repeat(59)}^`,
  ])
})

test('a fault of ours shows its message, and its stack only when asked', () => {
  const error = new TypeError('x is not a function')
  error.stack = 'TypeError: x is not a function\n    at build.ts:1'
  expect(formatFailure(error, 'build', false)).toBe(
    `             Error: x is not a function

                    Please append \`--trace\` to the \`build\` command 
                    for any additional information or backtrace.`,
  )
  expect(formatFailure(error, 'build', true)).toBe(
    `             Error: x is not a function

TypeError: x is not a function
    at build.ts:1`,
  )
})

test('notes go to the output, warnings and errors to the error stream', () => {
  const { shell, out, err } = makeShell(false)
  const { log } = createReport(shell, 'debug')
  log.debug('A:', 'debug')
  log.info('B:', 'info')
  log.warn('C:', 'warn')
  log.error('D:', 'error')
  expect(out).toEqual(['                 A: debug\n', '                 B: info\n'])
  expect(err).toEqual(['                 C: warn\n', '                 D: error\n'])
})

test('only what is grave enough is said', () => {
  const { shell, out, err } = makeShell(false)
  const report = createReport(shell, 'warn')
  report.log.info('A:', 'info')
  report.log.warn('B:', 'warn')
  report.setLevel('error')
  report.log.warn('C:', 'warn')
  expect(out).toEqual([])
  expect(err).toEqual(['                 B: warn\n'])
})

test('the same warning comes once in a build, and again in the next', () => {
  const { shell, err } = makeShell(false)
  const report = createReport(shell, 'info')
  report.log.warn('A:', 'odd')
  report.log.warn('A:', 'odd')
  report.startOver()
  report.log.warn('A:', 'odd')
  expect(err).toEqual(['                 A: odd\n', '                 A: odd\n'])
})

test.each([
  ['a terminal', true, {}, '\x1b[33m                 A: odd\x1b[0m\n'],
  ['a terminal with NO_COLOR', true, { NO_COLOR: '1' }, '                 A: odd\n'],
  ['a file', false, {}, '                 A: odd\n'],
])('warnings on %s', (_where, isTTY, env, shown) => {
  const { shell, err } = makeShell(isTTY, env)
  createReport(shell, 'info').log.warn('A:', 'odd')
  expect(err).toEqual([shown])
})
