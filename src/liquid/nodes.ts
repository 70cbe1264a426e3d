/** The nodes that our tags put into liquidjs's tree. */

import type { Context, Emitter, Template as TreeNode } from 'liquidjs'
import type { LiquidContext } from './context.ts'
import { liquidjs } from './liquidjs.ts'
import type { Run } from './run.ts'
import { TextToken } from './source.ts'
import { isBlankText } from './text.ts'

export type { TreeNode }

/** Writes to the run. */
export type Step = (run: Run) => void

/** What a tag read from the template. */
export interface Piece {
  /** Whether it prints nothing, so that a block of such pieces loses its white space. */
  readonly blank: boolean
  compile(context: LiquidContext): Step
}

/** Where liquidjs's context keeps the run, for a tag of ours within one of liquidjs. */
export const RUN_REGISTER = 'run'

export abstract class SourceTag extends liquidjs.Tag {
  abstract readonly piece: Piece
  #step: Step | undefined

  step(context: LiquidContext): Step {
    this.#step ??= this.piece.compile(context)
    return this.#step
  }

  /** Called where a tag written for liquidjs renders its body. */
  render(context: Context, emitter: Emitter): void {
    const run = context.getRegister<Run | undefined>(RUN_REGISTER)
    if (run) emitter.write(run.capture(this.step(run.context)))
  }
}

export function isBlankNode(node: TreeNode): boolean {
  if (node instanceof SourceTag) return node.piece.blank
  return isTextNode(node) && isBlankText(node.token.text)
}

export function isTextNode(node: TreeNode): node is TreeNode & { readonly token: TextToken } {
  return node.token instanceof TextToken
}
