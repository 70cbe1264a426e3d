/**
 * A command line from its words to its exit status.
 *
 * Nothing here ends the process: the answer is the status, 0 or 1.
 */

import { Command, CommanderError } from 'commander'
import { nearest } from '../util/nearest.ts'
import { COMMANDS, type CommandEntry } from './commands.ts'
import {
  addConfigFlag,
  addFlags,
  COMMON_FLAGS,
  type Flag,
  lettersOf,
  OLD_SWITCHES,
  readChoices,
} from './options.ts'
import { createReport, levelOf, type Report, Told } from './report.ts'
import type { Shell } from './shell.ts'
import { ownVersion, versionLine } from './version.ts'

export async function run(words: readonly string[], shell: Shell): Promise<number> {
  const report = createReport(shell, levelOf(shell.env.JEKYLL_LOG_LEVEL) ?? 'info')
  let status = 0

  const program = createProgram(report)
  program.action(async (_options, { args }: Command) => {
    status = 1
    if (args[0] === undefined) {
      report.print(program.helpInformation())
      report.log.error('', 'A subcommand is required.')
    } else {
      status = await runPlugins(program, args, shell, report)
    }
  })
  for (const entry of COMMANDS) {
    const command = addCommand(program, entry)
    command.action(async () => {
      status = await runCommand(command, entry, shell, report)
    })
  }
  addHelp(program, report, (code) => {
    status = code
  })

  try {
    await program.parseAsync([...words], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) explain(error, words, report)
    return error.exitCode === 0 ? 0 : 1
  }
  return status
}

/** A name that is none of ours may be a command of one of the site's plugins. */
async function runPlugins(
  program: Command,
  [name = '', ...words]: readonly string[],
  shell: Shell,
  report: Report,
): Promise<number> {
  if (name.startsWith('-')) {
    const message = `error: unknown option '${name}'`
    explain(new CommanderError(1, 'commander.unknownOption', message), [name], report)
    return 1
  }
  const choices = readChoices(program, COMMON_FLAGS, [])
  try {
    const { runPluginCommand } = await import('./commands/plugin-command.ts')
    if (await runPluginCommand(name, { shell, report, choices, words })) return 0
  } catch (error) {
    report.fail(error, name, choices.trace)
    return 1
  }
  report.log.error('fatal:', `'jekyll ${name}' could not be found.`)
  report.log.error('', adviceFor(name))
  return 1
}

function createProgram(report: Report): Command {
  const program = new Command('newcomen')
    .description('Builds Jekyll sites without Ruby.')
    .usage('<command> [options]')
    .version(versionLine(), ...VERSION)
    .helpOption('-h, --help', 'show this text')
    .helpCommand(false)
    .allowExcessArguments()
    .allowUnknownOption() // of a command that is not there
    .enablePositionalOptions() // a letter may be another flag after a command
    .configureOutput({ writeOut: report.print, writeErr: () => {}, outputError: () => {} })
    .exitOverride()
  addFlags(program, COMMON_FLAGS)
  return program.option(...TRACE)
}

const VERSION = ['-v, --version', 'print name and version'] as const
const TRACE = ['-t, --trace', 'show the whole stack when something fails'] as const

/** Commands that Jekyll has and we do not, and why. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['docs', "Jekyll's manual is at https://jekyllrb.com/docs/."],
  ['import', 'Importing from other systems is the work of the gem jekyll-import, in Ruby.'],
])

function adviceFor(name: string): string {
  const near = nearest(
    name,
    COMMANDS.flatMap((entry) => [entry.name, ...(entry.aliases ?? [])]),
  )
  const meant = near ? `Did you mean '${near}'? ` : ''
  return ELSEWHERE.get(name) ?? `${meant}Run 'newcomen help' to see the commands.`
}

function addCommand(program: Command, entry: CommandEntry): Command {
  const { name, aliases = [], argument, description, flags = [], ownFlags = [] } = entry
  const command = program
    .command(name)
    .aliases([...aliases])
    .description(description)
    .usage(argument === undefined ? '[options]' : `${argument} [options]`)
    .allowExcessArguments()
  addConfigFlag(command)
  addFlags(command, ownFlags)
  addFlags(command, flags)
  addFlags(command, COMMON_FLAGS, lettersOf(ownFlags))
  return command.option(...TRACE).version(versionLine(), ...VERSION)
}

async function runCommand(
  command: Command,
  { name, flags = [], ownFlags = [], load }: CommandEntry,
  shell: Shell,
  report: Report,
): Promise<number> {
  const every: readonly Flag[] = [...COMMON_FLAGS, ...flags]
  const choices = readChoices(command, every, ownFlags)
  if (choices.overrides.get('quiet') === true) report.setLevel('error')
  else if (choices.overrides.get('verbose') === true) report.setLevel('debug')
  try {
    const runIt = await load()
    await runIt({ shell, report, choices, words: command.args })
    return 0
  } catch (error) {
    if (!(error instanceof Told)) report.fail(error, name, choices.trace)
    return 1
  }
}

function addHelp(program: Command, report: Report, end: (status: number) => void): void {
  program
    .command('help')
    .argument('[command]')
    .description('Show this text, or that of a command')
    .action((name: string | undefined) => {
      const wanted = program.commands.find(
        (command) => command.name() === name || (name && command.aliases().includes(name)),
      )
      if (name === undefined || wanted) {
        report.print((wanted ?? program).helpInformation())
        return
      }
      const names = program.commands.flatMap((command) => [command.name(), ...command.aliases()])
      report.log.error('Error:', `Hmm... we don't know what the '${name}' command is.`)
      report.log.info('', `Valid commands: ${names.join(', ')}`)
      end(1)
    })
}

/** What Jekyll calls each mistake. */
const MISTAKES: ReadonlyMap<string, string> = new Map([
  ['commander.unknownOption', 'invalid option'],
  ['commander.optionMissingArgument', 'missing argument'],
  ['commander.invalidArgument', 'invalid argument'],
])

function explain(error: CommanderError, words: readonly string[], report: Report): void {
  for (const word of words) {
    const advice = OLD_SWITCHES.get(word)
    if (advice !== undefined) report.log.warn('Deprecation:', advice)
  }
  const [subject = '', value] = [...error.message.matchAll(/'([^']*)'/g)].map(([, text]) => text)
  const flag = /--[\w-]+/.exec(subject)?.[0] ?? subject
  const mistake = MISTAKES.get(error.code)
  const detail = error.message.replace(/^error: /, '')
  const said = mistake ? `${mistake}: ${[flag, value].join(' ').trimEnd()}` : detail
  const suggestion = /\(Did you mean [^)]*\)/.exec(error.message)?.[0]
  const lines = [
    "Whoops, we can't understand your command.",
    suggestion ? `${said} ${suggestion}` : said,
    'Run your command again with the --help switch to see available options.',
  ]
  for (const line of lines) report.log.error(`newcomen ${ownVersion()} | Error:`, line)
}
