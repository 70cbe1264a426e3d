#!/usr/bin/env node
/**
 * Asks LibSass anew for the answers of the cases, and writes them down.
 *
 *   node test/conformance/sass/record.mjs
 *
 * A new case needs a `name`, its `text`, the `style`, and `syntax: "sass"` where
 * it is indented. Needs Ruby with the gem sassc.
 */

import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ASK = `
require 'json'
require 'sassc'
puts JSON.generate(JSON.parse(STDIN.read).map { |entry|
  options = { style: entry['style'].to_sym, syntax: (entry['syntax'] || 'scss').to_sym }
  begin
    SassC::Engine.new(entry['text'], **options).render.sub("\\uFEFF", '')
  rescue SassC::SyntaxError => error
    STDERR.puts "#{entry['name']}: #{error.message.lines.first}"
    nil
  end
})`

const file = fileURLToPath(new URL('cases.json', import.meta.url))
const cases = JSON.parse(readFileSync(file, 'utf8'))
const { stderr, stdout } = spawnSync('ruby', ['-e', ASK], {
  encoding: 'utf8',
  input: JSON.stringify(cases),
  maxBuffer: 1e9,
})
process.stderr.write(stderr)
const answers = JSON.parse(stdout)
const lines = cases.flatMap(({ css: _, ...entry }, index) =>
  answers[index] === null ? [] : [JSON.stringify({ ...entry, css: answers[index] })],
)
writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`)
console.log(`${lines.length} cases`)
