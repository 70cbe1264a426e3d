/**
 * A scenario's folder: what is written into it before a run, and what is found
 * in it afterwards.
 */

import { isUtf8 } from 'node:buffer'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const MODIFIED = Date.UTC(2024, 0, 2, 3, 4, 5) / 1000
const DAY = 86_400
const SKIPPED = ['.git', '.jekyll-cache', '.sass-cache']

/** Every file is as old as the first step, those of a later step a day younger each. */
export function prepare(site, step, index) {
  for (const path of step.delete ?? []) rmSync(join(site, path), { recursive: true, force: true })
  const texts = Object.entries(step.files ?? step.write ?? {})
  const bytes = Object.entries(step.files_b64 ?? {})
  for (const [path, text] of texts) put(join(site, path), text)
  for (const [path, text] of bytes) put(join(site, path), Buffer.from(text, 'base64'))
  const time = MODIFIED + index * DAY
  for (const [path] of [...texts, ...bytes]) utimesSync(join(site, path), time, time)
  for (const [path, target] of Object.entries(step.symlinks ?? {})) {
    mkdirSync(dirname(join(site, path)), { recursive: true })
    symlinkSync(target, join(site, path))
  }
}

function put(path, content) {
  mkdirSync(dirname(path), { recursive: true })
  if (existsSync(path) && statSync(path).isDirectory()) rmSync(path, { recursive: true })
  writeFileSync(path, content)
}

/** Texts by path, and those that are no UTF-8 in base64. */
export function gather(site, folder, ignored) {
  const base = resolve(site, folder)
  const patterns = ignored.map(globPattern)
  const expected = {}
  const expected_b64 = {}
  for (const path of filesBelow(base)) {
    if (patterns.some((pattern) => pattern.test(path))) continue
    const data = Buffer.from(mask(readFileSync(join(base, path), 'latin1'), latin1(site)), 'latin1')
    if (isUtf8(data)) expected[path] = data.toString('utf8')
    else expected_b64[path] = data.toString('base64')
  }
  return { expected, expected_b64 }
}

/** Links to files count as files; links to folders are not followed. */
function filesBelow(base, prefix = '') {
  if (!existsSync(join(base, prefix))) return []
  return readdirSync(join(base, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = prefix + entry.name
    if (SKIPPED.includes(path)) return []
    if (entry.isDirectory()) return filesBelow(base, `${path}/`)
    return statSync(join(base, path), { throwIfNoEntry: false })?.isFile() ? [path] : []
  })
}

export function mask(text, site) {
  return text.replaceAll(site, '<SITE>')
}

function latin1(text) {
  return Buffer.from(text, 'utf8').toString('latin1')
}

/** Of a pattern only `*`, and a leading or inner double star with a slash after it, are special. */
function globPattern(glob) {
  const source = glob
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*+/g, (stars) => (stars === '**/' ? '(?:[^/]+/)*' : '[^/]*'))
  return new RegExp(`^${source}$`)
}
