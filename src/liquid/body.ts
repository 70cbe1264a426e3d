/**
 * A list of nodes to one function.
 *
 * Where a step fails, the body notes the mark of its tag; that costs nothing
 * until it happens.
 */

import type { LiquidContext } from './context.ts'
import { type Mark, marked } from './errors.ts'
import { foreignTagStep } from './foreign.ts'
import { isTextNode, SourceTag, type Step, type TreeNode } from './nodes.ts'
import { SourceToken } from './source.ts'

export function compileNodes(nodes: readonly TreeNode[], context: LiquidContext): Step {
  const steps: Step[] = []
  const marks: (Mark | undefined)[] = []
  for (const node of nodes) {
    const step = compileNode(node, context)
    if (step === undefined) continue
    steps.push(step)
    marks.push(node.token instanceof SourceToken ? node.token.mark : undefined)
  }
  return sequence(steps, marks)
}

function sequence(steps: readonly Step[], marks: readonly (Mark | undefined)[]): Step {
  const count = steps.length
  return (run) => {
    let at = 0
    try {
      for (; at < count; at++) {
        steps[at]?.(run)
        if (run.interrupts.length > 0) return
      }
    } catch (error) {
      throw marked(error, marks[at])
    }
  }
}

function compileNode(node: TreeNode, context: LiquidContext): Step | undefined {
  if (node instanceof SourceTag) return node.step(context)
  if (!isTextNode(node)) return foreignTagStep(node)
  const { text } = node.token
  if (text === '') return undefined
  return (run) => {
    run.out += text
  }
}
