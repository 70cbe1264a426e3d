/**
 * `{% include FILE name=value … %}` and `{% include_relative … %}`.
 *
 * FILE is literal unless it holds `{{ }}`; then it is a template of its own.
 * Neither FILE nor a missing file is an error before the tag runs.
 */

import { nearest } from '../../util/nearest.ts'
import type { LiquidContext } from '../context.ts'
import { LiquidFailure, plainError } from '../errors.ts'
import { compileExpression, type Evaluate } from '../evaluate.ts'
import { withoutExcerpt } from '../excerpt-path.ts'
import { parseParameters } from '../parameters.ts'
import type { Run, Variables } from '../run.ts'
import type { SourceToken } from '../source.ts'
import type { CompiledTemplate } from '../template.ts'
import { strip } from '../text.ts'
import type { TagRule } from './tag.ts'

/** Finds the template of a file; `asked` is what the tag wrote. */
type FindTemplate = (asked: string, run: Run) => CompiledTemplate

export const include: TagRule = ({ token }) => inclusion(token, findInclude)
export const includeRelative: TagRule = ({ token }) => inclusion(token, findRelative)

function inclusion(token: SourceToken, find: FindTemplate): ReturnType<TagRule> {
  const { file, isTemplate, parameters } = splitMarkup(token)
  const parsed = parameters === undefined ? undefined : parseParameters(parameters, token.tag ?? '')
  return {
    blank: false,
    compile(context) {
      const fileOf = isTemplate ? compileFile(file, token, context) : () => file
      const values = parsed?.map(
        ({ name, value }) =>
          [
            name,
            typeof value === 'string' ? () => value : compileExpression(value, context),
          ] as const,
      )
      return (run) => {
        const asked = fileOf(run)
        checkFile(asked, token.tag ?? '')
        renderWithin(run, find(asked, run), values && parametersOf(values, run), token)
      }
    },
  }
}

function parametersOf(
  values: readonly (readonly [string, Evaluate])[],
  run: Run,
): Map<unknown, unknown> {
  const parameters = new Map<unknown, unknown>()
  for (const [name, value] of values) parameters.set(name, value(run) ?? null)
  return parameters
}

function renderWithin(
  run: Run,
  template: CompiledTemplate,
  parameters: Map<unknown, unknown> | undefined,
  token: SourceToken,
): void {
  const variables: Variables = new Map()
  if (parameters) variables.set('include', parameters)
  run.push(variables)
  try {
    template.include(run)
  } catch (error) {
    if (error instanceof LiquidFailure) error.trail.push(token.mark)
    throw error
  } finally {
    run.pop()
  }
}

const TEMPLATE_IN_FILE = /^[^{]*(?:\{\{\s*[\w.-]+\s*(?:\|[^{}]*)?\}\}[^\s{}]*)+/

function splitMarkup({ markup }: SourceToken): {
  readonly file: string
  readonly isTemplate: boolean
  readonly parameters: string | undefined
} {
  const whole = strip(markup)
  const templated = TEMPLATE_IN_FILE.exec(whole)?.[0]
  if (templated !== undefined) {
    const parameters = strip(whole.slice(templated.length))
    return { file: strip(templated), isTemplate: true, parameters }
  }
  const space = whole.search(/[\t\n\v\f\r ]/)
  if (space < 0) return { file: whole, isTemplate: false, parameters: undefined }
  const parameters = strip(whole.slice(space))
  return { file: whole.slice(0, space), isTemplate: false, parameters }
}

function compileFile(
  file: string,
  token: SourceToken,
  context: LiquidContext,
): (run: Run) => string {
  const template = context.parse(file, token.source.origin)
  return (run) => run.capture(template.step)
}

const FILE_CHARACTERS = /^[\w/.\-()+~#@]+$/
const DOTS_OR_SLASHES = /[./]{2}/

function checkFile(file: string, tag: string): void {
  if (FILE_CHARACTERS.test(file) && !DOTS_OR_SLASHES.test(file)) return
  throw plainError(
    'Invalid syntax for include tag. File contains invalid characters or sequences:\n\n' +
      `  ${file}\n\nValid syntax:\n\n  {% ${tag} file.ext param='value' param2='value' %}\n\n`,
  )
}

/** A slash at the beginning changes nothing. */
function findInclude(asked: string, { context, scope }: Run): CompiledTemplate {
  const { includes } = scope.world.site
  const name = asked.replace(/^\//, '')
  scope.world.note('include', name)
  const found = includes.get(name)
  if (found) return context.include(found)
  const { includesDir, source } = context.config
  const near = nearest(asked, includes.keys())
  throw notLocated(
    asked,
    `${source}/${includesDir}`,
    near ? `Did you mean '${near}'?` : `Includes are read from ${includesDir}/.`,
  )
}

/** From the folder of the page, even within an include. */
function findRelative(asked: string, { context, scope }: Run): CompiledTemplate {
  const { item, world } = scope
  const path = withoutExcerpt(item.path)
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const file = folder + asked.replace(/^\//, '')
  world.note('source', file)
  const text = world.readSource(file)
  if (text !== undefined) return context.parseFile(file, text)
  throw notLocated(
    asked,
    `${context.config.source}/${folder.replace(/\/$/, '')}`,
    `The file is looked for beside ${path}.`,
  )
}

function notLocated(asked: string, folder: string, hint: string): Error {
  return plainError(
    `Could not locate the included file '${asked}' in any of [${JSON.stringify(folder)}]. ` +
      'Ensure it exists in one of those directories and, if it is a symlink, ' +
      'does not point outside your site source.',
    hint,
  )
}
