/**
 * Declarations of a rule that stand behind its nested rules.
 *
 * Dart Sass leaves them there, as CSS does, and opens the rule a second time.
 * LibSass puts all of a rule's declarations before what is nested in it.
 */

import type { Block, Node, Origin } from './sheet.ts'
import type { Sources } from './sources.ts'

/** LibSass moves an `@import` that is left to the browser out of rules, before all of them. */
export function importsFirst(nodes: readonly Node[]): Node[] {
  const moved: Node[] = []
  const rest = withoutImports(nodes, moved)
  if (moved.length === 0) return [...nodes]
  const last = rest.findLastIndex(isImport)
  const at = last >= 0 ? last + 1 : rest.findIndex(({ kind }) => kind !== 'comment')
  return rest.toSpliced(at, 0, ...moved)
}

function withoutImports(nodes: readonly Node[], moved: Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (!('children' in node)) return [node]
    const imports = node.children.filter(isImport)
    moved.push(...imports)
    const children = withoutImports(
      node.children.filter((child) => !isImport(child)),
      moved,
    )
    return children.length === 0 && imports.length > 0 ? [] : [{ ...node, children }]
  })
}

function isImport(node: Node): boolean {
  return node.kind === 'statement' && node.text.startsWith('@import')
}

export function declarationsFirst(nodes: readonly Node[], sources: Sources): Node[] {
  const ordered: Node[] = []
  let settled: Settled | undefined
  for (const node of nodes) {
    if ('children' in node) {
      node.children = declarationsFirst(node.children, sources)
      if (node.kind === 'rule') {
        settled = place(node, { ordered, settled, sources }) ?? settled
        if (settled?.last === node) continue
      } else if (isContinued(node, ordered.at(-1), sources)) {
        ;(ordered.at(-1) as Block).children.push(...node.children)
        continue
      }
    }
    ordered.push(node)
  }
  return ordered
}

/** Imports within an at-rule make Dart Sass open it again; what mixins and loops make again is another. */
function isContinued(node: Block, before: Node | undefined, sources: Sources): boolean {
  if (node.isFirst || !before || !isSameRule(before, node)) return false
  return !sources.headsAt(node.origin).some((head) => REPEATING.test(head))
}

const REPEATING = /^(?:@mixin|@each|@for|@while|@include|[=+])/

/** A rule that was opened again, where it stands, and up to where all is nested in it. */
interface Settled {
  readonly rule: Block
  readonly last: Block
  readonly at: number
  readonly end: number
  /** Where its children come from. */
  readonly places: Set<string>
}

interface Placing {
  readonly ordered: Node[]
  readonly settled: Settled | undefined
  readonly sources: Sources
}

/** Puts the rule before what is nested in it, if there is such at the end of `ordered`. */
function place(rule: Block, { ordered, settled, sources }: Placing): Settled | undefined {
  if (rule.isFirst) return undefined
  let at = ordered.length
  while (at > 0 && isNested(ordered[at - 1] as Node, rule, sources)) {
    at--
    if (settled && at === settled.end && isSameRule(settled.rule, rule)) at = settled.at + 1
    if (isFirst(ordered[at])) break
  }
  const next = ordered[at]
  if (next === undefined) return undefined
  const before = isFirst(next) ? undefined : ordered[at - 1]
  if (before && isSameRule(before, rule)) {
    const places = settled?.rule === before ? settled.places : new Set(before.children.map(placeOf))
    if (repeats(rule, places, sources)) return undefined
    before.children.push(...rule.children)
    for (const child of rule.children) places.add(placeOf(child))
    return { rule: before, last: rule, at: at - 1, end: ordered.length, places }
  }
  if ('children' in next) {
    rule.isFirst = next.isFirst
    next.isFirst = false
  }
  ordered.splice(at, 0, rule)
  const places = new Set(rule.children.map(placeOf))
  return { rule, last: rule, at, end: ordered.length, places }
}

function isFirst(node: Node | undefined): boolean {
  return node !== undefined && 'children' in node && node.isFirst
}

function isSameRule(node: Node, rule: Block): node is Block {
  return 'children' in node && node.head === rule.head && isSame(node.origin, rule.origin)
}

function isSame(one: Origin | undefined, other: Origin | undefined): boolean {
  return one?.source === other?.source && one?.line === other?.line && one?.column === other?.column
}

/** A rule that is made a second time, by a loop or a mixin, is another. */
function repeats(rule: Block, places: ReadonlySet<string>, sources: Sources): boolean {
  return rule.children.some(
    (child) =>
      places.has(placeOf(child)) &&
      child.origin !== undefined &&
      rule.origin !== undefined &&
      sources.isWithin(child.origin, rule.origin),
  )
}

function placeOf({ origin }: Node): string {
  return `${origin?.source}:${origin?.line}:${origin?.column}`
}

/** Whether the node was written, or included, within the rule. */
export function isNested(node: Node, rule: Block, sources: Sources): boolean {
  if (isSameRule(node, rule) || !node.origin || !rule.origin) return false
  if (sources.isWithin(node.origin, rule.origin))
    return !isForeign(node, rule) || isAtRoot(sources.headsAt(node.origin))
  return 'children' in node && sources.includes(rule.origin, node.origin) && isDerived(node, rule)
}

function isAtRoot(heads: readonly string[]): boolean {
  return heads.some((head) => head.startsWith('@at-root'))
}

/** A mixin or a loop makes the same for other rules, too. */
function isForeign(node: Node, rule: Block): boolean {
  if (!('children' in node)) return false
  if (node.kind === 'rule') return !selectorsOf(node).some((selector) => derives(selector, rule))
  if (/^@[-\w]*keyframes\b/.test(node.head)) return false
  const rules = node.children.filter(({ kind }) => kind === 'rule')
  return rules.length > 0 && rules.every((child) => isForeign(child, rule))
}

function isDerived(node: Node, rule: Block): boolean {
  if (!('children' in node)) return false
  if (node.kind === 'rule') return selectorsOf(node).every((selector) => derives(selector, rule))
  return node.children.some((child) => isSameRule(child, rule) || isDerived(child, rule))
}

function selectorsOf({ head }: Block): string[] {
  return head.split(/,\s*/)
}

function derives(selector: string, rule: Block): boolean {
  return selectorsOf(rule).some((parent) => contains(selector, parent))
}

/** Whether the parent stands in it as a whole, with something before or behind it. */
function contains(selector: string, parent: string): boolean {
  for (let at = selector.indexOf(parent); at !== -1; at = selector.indexOf(parent, at + 1)) {
    const before = selector[at - 1] ?? ' '
    const behind = selector[at + parent.length] ?? ' '
    if (/[\s>+~(]/.test(before) && !/[-\w]/.test(behind)) return true
  }
  return false
}
