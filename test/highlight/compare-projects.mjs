#!/usr/bin/env node
/**
 * How many lines of real projects we highlight as Rouge does, as a table.
 *
 *   ORACLE=path/to/oracle.rb node test/highlight/compare-projects.mjs FOLDER [LANG...]
 *
 * `FOLDER` has a folder for each language, named as the language is, with a
 * folder of source files for each project. See `oracle.mjs` about the oracle.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compiledFolder, load } from '../conformance/compiled.mjs'
import { askOracle, compareLines, needOracle, percent } from './oracle.mjs'

const [folder, ...names] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: node test/highlight/compare-projects.mjs FOLDER [LANG...]')
  process.exit(2)
}
needOracle()

const { highlight } = await load(compiledFolder(), 'highlight/highlight.js')
const languages = names.length > 0 ? names : readdirSync(folder).sort()

console.log('| language | project | files | lines | identical |')
console.log('|:---------|:--------|------:|------:|----------:|')
const sums = languages.map(compareLanguage)
printRow(`${languages.length} languages`, 'all', add(sums))

function compareLanguage(language) {
  const projects = readdirSync(join(folder, language)).sort()
  const texts = projects.map((project) => readTexts(join(folder, language, project)))
  const answers = askOracle(language, texts.flat())
  const results = projects.map((project, index) => {
    const theirs = answers.splice(0, texts[index].length)
    const result = add(texts[index].map((code, at) => compareText(language, code, theirs[at])))
    printRow(language, project, result)
    return result
  })
  printRow(`**${language}**`, 'all', add(results))
  return add(results)
}

function readTexts(path) {
  return readdirSync(path)
    .sort()
    .map((file) => new TextDecoder().decode(readFileSync(join(path, file))))
}

function compareText(language, code, theirs) {
  const { lines, wrong } = compareLines(theirs, highlight(code, language))
  return { files: 1, lines, same: lines - wrong.length }
}

function add(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  return { files: sum('files'), lines: sum('lines'), same: sum('same') }
}

function printRow(language, project, { files, lines, same }) {
  console.log(`| ${language} | ${project} | ${files} | ${lines} | ${percent(same, lines)} |`)
}
