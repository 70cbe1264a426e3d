/**
 * `newcomen migrate`: says what of a Jekyll site works as it is and what needs
 * which change. `--write` adds what npm and GitHub need.
 */

import { existsSync } from 'node:fs'
import type { CommandContext } from '../commands.ts'
import { filesToExclude, withExcluded } from '../migrate/exclude.ts'
import { planFiles } from '../migrate/files.ts'
import { findAll, readText } from '../migrate/findings.ts'
import { readConfig } from '../read-config.ts'
import { writeScaffold } from '../scaffold/write.ts'
import { ownVersion } from '../version.ts'

/** @throws SiteError for a configuration that cannot be read */
export async function runMigrate(context: CommandContext): Promise<void> {
  const { choices, report } = context
  const config = await readConfig(context)
  const findings = findAll(config)
  const planned = planFiles(config.source, ownVersion())
  const isWriting = choices.own.has('write')

  const list = (title: string, lines: readonly string[]) => {
    if (lines.length > 0) report.print(`\n${title}\n${lines.map((line) => `  ${line}\n`).join('')}`)
  }
  list(
    'Works as it is:',
    findings.filter(({ kind }) => kind === 'works').map(({ what }) => what),
  )
  list(
    'Needs a change:',
    findings.filter(({ kind }) => kind === 'change').flatMap(({ how, what }) => [what, `  ${how}`]),
  )
  list('To be done by hand:', byHand(config.source))
  list(
    isWriting ? 'Written:' : 'Would be written with --write:',
    planned.map(({ path }) => path),
  )
  if (isWriting)
    writeScaffold(config.source, new Map(planned.map(({ path, text }) => [path, text])))
  report.print('\nNo page, post, layout or include has to change for the build itself.\n')
}

/** What a program had better not change. */
function byHand(source: string): string[] {
  const text = readText(`${source}/_config.yml`)
  const missing = filesToExclude(text)
  const lines: string[] = []
  if (missing.length > 0 && withExcluded(text, missing) === undefined) {
    lines.push(`Add to \`exclude:\` in _config.yml: ${missing.join(', ')}`)
  }
  const manifest = `${source}/package.json`
  if (existsSync(manifest) && !readText(manifest).includes('"newcomen"')) {
    lines.push('Run: npm install --save-dev newcomen')
  }
  return lines
}
