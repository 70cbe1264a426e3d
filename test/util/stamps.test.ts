import type { Stats } from 'node:fs'
import { expect, test } from 'vitest'
import { isSameStamp, stampOf } from '../../src/util/stamps.ts'

const NOW = 1_704_164_645_250.5

/** A file that was written so many milliseconds before now. */
function writtenBefore(ms: number, size = 5): Stats {
  return { ctimeMs: NOW - ms, ino: 7, mtimeMs: NOW - ms, size } as Stats // all that is looked at
}

test.each([
  [60, 'known', 'a clock that knows parts of a second'],
  [40, 'unknown', 'a clock that knows parts of a second'],
  [2250.5, 'known', 'a clock of whole seconds'],
  [1250.5, 'unknown', 'a clock of whole seconds'],
])('what was written %d ms ago is %s by %s', (ms, answer) => {
  expect(stampOf(writtenBefore(ms), NOW) === undefined).toBe(answer === 'unknown')
})

test('a file of another length is another file', () => {
  const stamp = stampOf(writtenBefore(100), NOW)
  expect(stamp && isSameStamp(stamp, writtenBefore(100))).toBe(true)
  expect(stamp && isSameStamp(stamp, writtenBefore(100, 6))).toBe(false)
})
