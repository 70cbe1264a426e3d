/**
 * Templates and data that nobody wrote. What we make of them is compared with
 * what Jekyll's Liquid makes: the text, or the message of the error.
 *
 *   --only N         the template of that number alone, with the difference
 *   --list           each template that differs, with its first line of difference
 *   --least SHARE    the share that has to be the same, in per cent (98)
 *
 * Jekyll is asked through `../shared/liquid/oracle.rb` beside the checkout, which
 * needs Ruby. Without it only the throwing of anything but errors for users is
 * looked for.
 */

import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { compiledFolder, ROOT } from '../conformance/compiled.mjs'
import * as suite from '../conformance/liquid/suite.mjs'
import { INCLUDES, makeTemplate } from './liquid-templates.mjs'
import { randomFrom } from './random.mjs'

export const options = {
  only: { type: 'string' },
  list: { type: 'boolean', default: false },
  least: { type: 'string', default: '98' },
}

const ORACLE = join(ROOT, '../shared/liquid/oracle.rb')

/** Answers how many templates made us throw, and one more where too many differ. */
export async function run({ count, seed, only, list, least }) {
  const numbers = only === undefined ? Array.from({ length: count }, (_, i) => i) : [Number(only)]
  const cases = numbers.map((number) => ({
    ...makeTemplate(randomFrom(seed * 1_000_003 + number)),
    name: String(number),
    files: INCLUDES,
  }))
  const compared = hasOracle()
  if (!compared) console.log(`${ORACLE} or Ruby is not here: nothing is compared.`)
  const answered = compared
    ? await askJekyll(cases)
    : cases.map((each) => ({ ...each, expected: '' }))

  const faults = await suite.run(answered, { dist: compiledFolder() })
  const threw = [...faults].filter(([, fault]) => isStack(fault))
  for (const [name, stack] of threw) console.log(`template ${name} makes us throw: ${stack}`)
  if (compared && (list || only !== undefined)) show(answered, faults, only !== undefined)

  const same = cases.length - faults.size
  const share = (100 * same) / cases.length
  const figures = compared ? `; ${same} the same (${share.toFixed(2)} %)` : ''
  console.log(`${cases.length} templates, ${threw.length} made us throw${figures}`)
  return threw.length + (compared && share < Number(least) ? 1 : 0)
}

function hasOracle() {
  return existsSync(ORACLE) && spawnSync('ruby', ['--version'], { stdio: 'ignore' }).status === 0
}

/** The cases with Jekyll's answers. */
async function askJekyll(cases) {
  const ruby = spawn('ruby', [ORACLE], { stdio: ['pipe', 'pipe', 'inherit'] })
  for (const each of cases) ruby.stdin.write(`${JSON.stringify(each)}\n`)
  ruby.stdin.end()
  const answers = []
  for await (const line of createInterface({ input: ruby.stdout })) answers.push(JSON.parse(line))
  return cases.map((each, index) => ({ ...each, ...answers[index] }))
}

/** What `suite.run` answers for anything but an error for users. */
function isStack(fault) {
  return /\n {4}at /.test(fault)
}

function show(cases, faults, whole) {
  for (const each of cases) {
    const fault = faults.get(each.name)
    if (fault === undefined) continue
    if (whole) console.log(`${each.template}\n\n${each.data_yaml}\n${fault}`)
    else console.log(`${each.name}\t${JSON.stringify(each.template)}\n\t${firstChange(fault)}`)
  }
}

function firstChange(fault) {
  const changed = fault.split('\n').filter((line) => /^[-+](?!--|\+\+)/.test(line))
  return (changed.length > 0 ? changed : fault.split('\n')).slice(0, 2).join(' | ').slice(0, 400)
}
