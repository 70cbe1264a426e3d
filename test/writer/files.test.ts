import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyFile, writeText } from '../../src/writer/files.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newcomen-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a text is written as UTF-8 and nothing else is left in the folder', () => {
  expect(writeText(join(folder, 'a.html'), 'schön')).toBe(true)
  expect(readFileSync(join(folder, 'a.html'))).toEqual(Buffer.from('schön'))
  expect(readdirSync(folder)).toEqual(['a.html'])
})

test('a file that holds the text already is left alone', () => {
  const path = join(folder, 'a.html')
  writeFileSync(path, 'same')
  utimesSync(path, 1000, 1000)
  expect(writeText(path, 'same')).toBe(false)
  expect(statSync(path).mtimeMs).toBe(1_000_000)
})

test('a file of the same length with another text is replaced', () => {
  const path = join(folder, 'a.html')
  writeFileSync(path, 'one')
  expect(writeText(path, 'two')).toBe(true)
  expect(readFileSync(path, 'utf8')).toBe('two')
})

test('a link is replaced, and what it points at stays', () => {
  writeFileSync(join(folder, 'outside'), 'precious')
  mkdirSync(join(folder, '_site'))
  const path = join(folder, '_site/a.html')
  symlinkSync('../outside', path)
  writeText(path, 'page')
  expect(lstatSync(path).isFile()).toBe(true)
  expect(readFileSync(join(folder, 'outside'), 'utf8')).toBe('precious')
})

test.skipIf(process.platform === 'win32')(
  'a file with the longest possible name can be written',
  () => {
    const name = `${'n'.repeat(250)}.html`
    writeText(join(folder, name), 'x')
    expect(readdirSync(folder)).toEqual([name])
  },
)

test('what cannot be written leaves nothing behind', () => {
  const path = join(folder, 'folder')
  mkdirSync(path)
  expect(() => writeText(path, 'x')).toThrow(/EISDIR|EPERM|EEXIST/)
  expect(readdirSync(folder)).toEqual(['folder'])
})

test('a copy has the bytes and the time of its source', () => {
  const [from, to] = [join(folder, 'from.bin'), join(folder, 'to.bin')]
  writeFileSync(from, Buffer.from([0, 255, 1]))
  expect(copyFile(from, to, 1_704_164_645_250)).toBe(true)
  expect(readFileSync(to)).toEqual(Buffer.from([0, 255, 1]))
  expect(statSync(to).mtimeMs).toBeCloseTo(1_704_164_645_250, 0)
  expect(copyFile(from, to, 1_704_164_645_250)).toBe(false)
})

test('a copy with the same bytes and another time only gets the time', () => {
  const [from, to] = [join(folder, 'from.bin'), join(folder, 'to.bin')]
  writeFileSync(from, 'same')
  writeFileSync(to, 'same')
  expect(copyFile(from, to, 1_000_000)).toBe(false)
  expect(statSync(to).mtimeMs).toBe(1_000_000)
})

test('a copy of the same length with other bytes is made again', () => {
  const [from, to] = [join(folder, 'from.bin'), join(folder, 'to.bin')]
  writeFileSync(from, 'new')
  writeFileSync(to, 'old')
  expect(copyFile(from, to, 1_000_000)).toBe(true)
  expect(readFileSync(to, 'utf8')).toBe('new')
})

test.skipIf(process.platform === 'win32')(
  'a source that nobody may write to is copied, again and again',
  () => {
    const [from, to] = [join(folder, 'from.bin'), join(folder, 'to.bin')]
    writeFileSync(from, 'one')
    chmodSync(from, 0o444)
    copyFile(from, to, 1_000_000)
    chmodSync(from, 0o644)
    writeFileSync(from, 'two!')
    chmodSync(from, 0o444)
    copyFile(from, to, 2_000_000)
    expect(readFileSync(to, 'utf8')).toBe('two!')
    expect(existsSync(join(folder, `.newcomen-${process.pid}`))).toBe(false)
  },
)
