#!/usr/bin/env node
/**
 * Asks the properties of all lexers of the files of real projects.
 *
 *   node test/highlight/check-projects.mjs FOLDER [LANG...]
 *
 * `FOLDER` has a folder for each language and in it one for each project. Every
 * file is highlighted whole, cut off at ten places, and with every hundredth
 * byte another one; time is measured on all files of a project as one text.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compiledFolder, load } from '../conformance/compiled.mjs'
import { growth, randomNumbers, textOf, truncations } from './properties.mjs'

const [folder, ...names] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: node test/highlight/check-projects.mjs FOLDER [LANG...]')
  process.exit(2)
}
const { highlight } = await load(compiledFolder(), 'highlight/highlight.js')
const next = randomNumbers(11)
let wrong = 0

for (const language of names.length > 0 ? names : readdirSync(folder).sort()) {
  let texts = 0
  let most = 0
  for (const project of readdirSync(join(folder, language)).sort()) {
    const files = readFiles(join(folder, language, project))
    for (const bytes of files) {
      const whole = decode(bytes)
      for (const text of [whole, ...truncations(whole, 10), decode(spoilt(bytes))]) {
        check(language, project, text)
        texts++
      }
    }
    const all = files.map(decode).join('\n')
    most = Math.max(
      most,
      growth((text) => highlight(text, language), all),
    )
  }
  console.log(`${language}: ${texts} texts, 8 times the text in ${most.toFixed(0)} times the time`)
  if (most > 24) wrong++
}
console.log(wrong === 0 ? 'Every text was kept.' : `${wrong} faults`)
process.exitCode = wrong === 0 ? 0 : 1

function readFiles(path) {
  return readdirSync(path)
    .sort()
    .map((file) => readFileSync(join(path, file)))
}

function decode(bytes) {
  return new TextDecoder().decode(bytes)
}

function spoilt(bytes) {
  return bytes.map((byte, index) => (index % 100 === 0 ? next() : byte))
}

function check(language, project, text) {
  try {
    if (textOf(highlight(text, language)) === text) return
    console.log(`${language}, ${project}: a text was not kept`)
  } catch (error) {
    console.log(`${language}, ${project}: ${error.stack}`)
  }
  wrong++
}
