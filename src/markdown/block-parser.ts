/** Leads the reading of blocks: asks the rules, line by line. */

import { type BlockRule, BlockState } from './block-state.ts'
import { MarkdownIt, type StateBlock } from './markdown-it.ts'
import { sortByCharacter } from './sorted-rules.ts'

interface Rules {
  readonly all: readonly BlockRule[]
  /** By the first character of the line. */
  readonly at: readonly (readonly BlockRule[])[]
}

type PlainRule = (state: StateBlock, first: number, end: number, silent: boolean) => boolean

/** Runs the block rules until the text ends or the open HTML element does. */
export class BlockParser extends MarkdownIt.ParserBlock {
  private readonly beginnings = new Map<unknown, string>()
  private known: Rules = { all: [], at: [] }

  constructor() {
    super()
    this.ruler = new MarkdownIt.Ruler()
    this.State = BlockState
  }

  override tokenize(state: BlockState): void {
    const { all, at } = this.rules()
    while (state.line < state.lineMax && !state.element?.closed) {
      const rules = at[Math.min(state.src.charCodeAt(state.start), 128)] ?? all
      let index = 0
      while (index < rules.length && !rules[index]!(state)) index++
      if (index === rules.length) {
        throw new Error('No block rule takes this line, not even the one for paragraphs')
      }
    }
  }

  /**
   * A rule of ours, which is asked for lines alone that begin with one of `signs`
   * or a space, or for all if there are none. So is every rule that a plugin adds.
   */
  add(name: string, signs: string, rule: BlockRule): void {
    this.beginnings.set(rule, signs === '' ? '' : `${signs} `)
    this.ruler.push(name, rule as unknown as PlainRule) // `State` above makes what it takes
  }

  /** Sorted once, and again when a plugin has changed the ruler. */
  private rules(): Rules {
    const all = this.ruler.getRules('') as unknown as readonly BlockRule[] // those of plugins take such a state too
    if (this.known.all !== all) this.known = { all, at: sortByCharacter(all, this.beginnings) }
    return this.known
  }
}
