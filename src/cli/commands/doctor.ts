/**
 * `newcomen doctor`: says what is wrong with a site, and ends with 1 where
 * something needs doing. With `--json` that is all that is printed.
 */

import type { CommandContext } from '../commands.ts'
import { examine } from '../doctor/examine.ts'
import { type Finding, isHealthy, toJson } from '../doctor/finding.ts'
import { Told } from '../report.ts'

export async function runDoctor(context: CommandContext): Promise<void> {
  const { choices, report } = context
  const isJson = choices.own.has('json')
  if (isJson) report.setLevel('error')
  const findings = await examine(context)
  if (isJson) report.print(toJson(findings))
  else show(findings, context)
  if (!isHealthy(findings)) throw new Told()
}

function show(findings: readonly Finding[], { report: { log } }: CommandContext): void {
  for (const { level, topic, message, place, hint } of findings) {
    const text = hint === undefined ? message : `${message}\n${hint}`
    if (level === 'problem') log.warn(topic, text, place)
    else log.info(topic, text)
  }
  if (isHealthy(findings)) log.info('Your test results', 'are in. Everything looks fine.')
}
