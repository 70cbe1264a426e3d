/**
 * Reads the markup of outputs, conditions and loops in two steps.
 *
 * The strict grammar decides what is right; what it refuses is, with a warning,
 * read again by the lax one, which never refuses an output.
 */

import { type LiquidFailure, marked, syntaxError } from './errors.ts'
import type { Condition, ForLoop, Output } from './expressions.ts'
import * as lax from './lax.ts'
import type { SourceToken } from './source.ts'
import * as strict from './strict.ts'
import { strip } from './text.ts'

export function parseOutput(token: SourceToken, markup: string): Output {
  return inTwoSteps(
    token,
    `{{${markup}}}`,
    () => strict.parseOutput(markup),
    () => lax.parseOutput(markup),
    true,
  )
}

export function parseCondition(token: SourceToken): Condition {
  const { markup } = token
  return inTwoSteps(
    token,
    markup,
    () => strict.parseCondition(markup),
    () => lax.parseCondition(markup),
    false,
  )
}

export function parseForLoop(token: SourceToken): ForLoop {
  const { markup } = token
  return inTwoSteps(
    token,
    markup,
    () => strict.parseForLoop(markup),
    () => lax.parseForLoop(markup),
    false,
  )
}

function inTwoSteps<T>(
  token: SourceToken,
  context: string,
  strictly: () => T,
  laxly: () => T,
  strictInLaxMode: boolean,
): T {
  const { mark, source } = token
  const { errorMode } = source.options
  try {
    if (errorMode !== 'lax' || strictInLaxMode) return strictly()
  } catch (error) {
    if (!(error instanceof strict.StrictFailure)) throw error
    const failure = withContext(error, context)
    if (errorMode === 'strict') throw marked(failure, mark)
    if (errorMode === 'warn') source.warn(failure.message, mark)
  }
  try {
    return laxly()
  } catch (error) {
    throw marked(error, mark)
  }
}

function withContext(error: LiquidFailure, context: string): LiquidFailure {
  return syntaxError(`${error.message} in "${strip(context)}"`)
}
