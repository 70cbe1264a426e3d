/**
 * YAML 1.2, line by line.
 *
 * A plain text goes on in the next line if that line stands deeper than the
 * entry it belongs to, so the table remembers the columns of open entries. A
 * quoted text is told apart into words, and its spaces are names.
 */

import { goto, POP, type Rule, type Run } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

interface Memory {
  /** Columns of the entries that are open, outermost first. */
  columns: number[]
  lineStart: number
  /** Least column of the lines of a block scalar; undefined before its first line. */
  scalarColumn: number | undefined
}

type YamlRule = Rule<Memory>

const COMMENT: YamlRule = [/#[^\n]*/, 'c1']

const NODES: readonly YamlRule[] = [
  [/&[\p{L}\p{M}\p{N}_-]+/u, 'nl'],
  [/\*[\p{L}\p{M}\p{N}_-]+/u, 'nv'],
  [/!<[^>\n]*>|![^\s,[\]{}]*/, 'kt'],
  [/"/, 's2', 'double'],
  [/'/, 's1', 'single'],
  [/\[/, 'pi', 'sequence'],
  [/\{/, 'pi', 'mapping'],
]

const CONSTANT: YamlRule = [/true|false|null/, 'no']
const NUMBER: YamlRule = [/\d+(?:\.\d+)?(?=\n| +#)/, 'm']

const FLOW: readonly YamlRule[] = [
  [/\s+/, ''],
  COMMENT,
  [/[,:?]/, 'pi'],
  ...NODES,
  [/[^\s,:?[\]{}%@`|>][^\s,:?[\]{}]*(?: +[^\s,:?[\]{}#][^\s,:?[\]{}]*)*/, 'nv'],
]

const yaml: Language = language<Memory>({
  memory: () => ({ columns: [0], lineStart: 0, scalarColumn: undefined }),
  states: {
    root: [
      [/( *)(#[^\n]*)/, ['', 'c1']],
      [/ *\n/, ''],
      [/(%YAML)( +)(\d+\.\d+)/, ['nt', '', 'm'], 'value'],
      [/(%TAG)( +)(\S+)( +)(\S+)/, ['nt', '', 'kt', '', 'kt'], 'value'],
      [/(?:---|\.\.\.)(?=[ \n]|(?![\s\S]))/, (run, [mark]) => startDocument(run, mark!)],
      [/ */, (run, [spaces]) => startLine(run, spaces!)],
    ],
    line: [
      [/[-?:](?=[ \n]|(?![\s\S]))/, (run, [mark]) => openEntry(run, 'pi', mark!)],
      [/ +/, ''],
      [/(?:)/, '', goto('value')],
    ],
    value: [
      [/\n/, '', POP],
      [/ +/, ''],
      COMMENT,
      [/([^#,?[\]{}"'\n:!&*\s][^#,?[\]{}"'\n:]{0,400})(:)(?=\s|(?![\s\S]))/, openKey],
      ...NODES,
      [/[|>][-+\d]*/, startScalar],
      [CONSTANT[0], CONSTANT[1], 'plain'],
      NUMBER,
      [/[^\s:?,%@`\]}&*][^\s:]*|:\S+|\?[^\s:]+/, 's', 'plain'],
    ],
    plain: [
      [/\n[ \n]*/, continuePlain],
      [/ +(?=[^ \n#])/, 's'],
      [/ +(?=\n)/, ''],
      [/(?= )/, '', POP],
      CONSTANT,
      NUMBER,
      [/[^\s:]+|:\S+/, 's'],
      [/(?=:)/, '', POP],
    ],
    double: [
      [/"/, 's', POP],
      [/(\\\n)( *)/, ['se', '']],
      [/\\(?:[0abtnvfreNLP_"\\/ \t\n]|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8})/, 'se'],
      [/[^"\\\s]+/, 's'],
      'blanks',
    ],
    single: [[/'/, 's', POP], [/[^'\s]+/, 's'], 'blanks'],
    blanks: [
      [/ *\n[ \n]*/, ''],
      [/ +/, 'nv'],
    ],
    sequence: [[/\]/, 'pi', POP], ...FLOW],
    mapping: [[/\}/, 'pi', POP], ...FLOW],
    scalarHead: [
      [/( +)(#[^\n]*)/, ['', 'c1']],
      [/ +/, ''],
      [/\n/, '', goto('scalar')],
    ],
    scalar: [
      [/( *)\n/, scalarBlank],
      [/(?=( *))/, leaveScalar],
      [/( *)([^\n])([^\n]*)/, scalarLine],
    ],
  },
})

export default yaml

function startDocument(run: Run<Memory>, mark: string): void {
  run.memory.columns = [0]
  run.memory.lineStart = run.position
  run.token('nn', mark)
  run.go('value')
}

function startLine(run: Run<Memory>, spaces: string): void {
  const { columns } = run.memory
  while (columns.length > 1 && columns.at(-1)! > spaces.length) columns.pop()
  run.memory.lineStart = run.position
  run.token('', spaces)
  run.go('line')
}

function openEntry(run: Run<Memory>, name: 'pi' | 'na', text: string): void {
  const { columns, lineStart } = run.memory
  const column = run.position - lineStart
  if (columns.at(-1)! < column) columns.push(column)
  run.token(name, text)
}

function openKey(run: Run<Memory>, [, key, colon]: readonly string[]): void {
  openEntry(run, 'na', key!)
  run.token('pi', colon!)
}

/** A deeper line, blank ones before it counted in, belongs to the text of the line before. */
function continuePlain(run: Run<Memory>, [blank]: readonly string[]): void {
  const depth = blank!.length - blank!.lastIndexOf('\n') - 1
  const isEnd = run.position + blank!.length === run.text.length
  if (!isEnd && depth > run.memory.columns.at(-1)!) run.token('', blank!)
  else leaveLine(run, blank!, depth)
}

/** The blanks before the next line's text are told apart from it by `startLine`. */
function leaveLine(run: Run<Memory>, blank: string, depth: number): void {
  const { columns } = run.memory
  while (columns.length > 1 && columns.at(-1)! > depth) columns.pop()
  run.memory.lineStart = run.position + blank.length - depth
  run.token('', blank)
  run.go({ pop: 2, push: depth > 0 ? ['line'] : [] })
}

function startScalar(run: Run<Memory>, [mark]: readonly string[]): void {
  const digits = /\d+/.exec(mark!)
  const { columns } = run.memory
  run.memory.scalarColumn = digits ? columns.at(-1)! + Number(digits[0]) : undefined
  run.token('pi', mark!)
  run.go(goto('scalarHead'))
}

/** Spaces beyond the scalar's column are part of it, also in a line that has nothing else. */
function scalarBlank(run: Run<Memory>, [line, spaces]: readonly string[]): void {
  const column = run.memory.scalarColumn ?? spaces!.length
  run.token('', spaces!.slice(0, column))
  run.token('no', spaces!.slice(column))
  run.token('', line!.slice(spaces!.length))
}

/** The first line says how deep the scalar stands; a line less deep ends it. */
function leaveScalar(run: Run<Memory>, [, spaces]: readonly string[]): boolean {
  const { memory } = run
  memory.scalarColumn ??= spaces!.length
  if (spaces!.length >= memory.scalarColumn) return false
  run.go(POP)
  return true
}

function scalarLine(run: Run<Memory>, [, spaces, first, rest]: readonly string[]): void {
  run.token('', spaces!)
  // A scalar that is not indented at all: what stands in column 0 is an error.
  run.token(spaces === '' ? 'err' : 's', first!)
  run.token('s', rest!)
}
