/**
 * Ruby, and languages that look like it.
 *
 * `/`, `%` and `?` mean different things where an expression begins and behind
 * a value, and behind a name followed by a space they are guessed at, so the
 * states `expression` and `call` are entered and left all the time.
 */

import { goto, POP, push, type Rule, type Run } from '../../grammar.ts'
import { type Language, language } from '../../lexer.ts'
import type { TokenClass } from '../../tokens.ts'

interface Memory {
  /** Keywords and built-in names. */
  readonly words: ReadonlyMap<string, TokenClass>
  /** The words that end the here-documents of this line; the first is read first. */
  heredocs: { readonly end: string; readonly indented: boolean }[]
  /** How a `%` literal ends, and what nests in it. */
  readonly literals: Literal[]
  /** No quote closes what follows here. */
  unclosedQuote: boolean
  /** No `=end` comes any more. */
  unclosedComment: boolean
}

interface Literal {
  readonly open: string
  readonly close: string
  readonly name: TokenClass
  depth: number
}

export type RubyRule = Rule<Memory>

const OPERATOR_METHOD = '\\*\\*|[-+]@?|===?|\\[\\]=?|<<|>>|[*/%<>&|^~`]'

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' }

const LITERAL_STATES: ReadonlyMap<string, string> = new Map([
  ['r', 'escaped'],
  ['Q', 'escaped'],
  ['W', 'escaped'],
  ['I', 'escaped'],
  ['x', 'escaped'],
])

const INTERPOLATION: readonly RubyRule[] = [
  [/#\{/, 'si', push('interpolation', 'expression')],
  [/#(?:\$|@@?)[a-zA-Z_]\w*/, 'si'],
]

const ESCAPE: RubyRule = [/\\(?:x[\da-fA-F]{1,2}|[0-7]{1,3}|[\s\S])/, 'se']

const SYMBOLS: readonly RubyRule[] = [
  [/(?<!:):(?:\*\*|[-+]@|===?|\[\]=?|<=>|<=|<<|>>|[/%<&|^~`])/, 'ss'],
  [/:(?:[a-zA-Z_]\w*[?!]?|@@?[a-zA-Z_]\w*)/, 'ss'],
  [/:"/, 'ss', 'symbol'],
  [/:'[^'\\]*(?:\\[\s\S][^'\\]*)*'/, 'ss'],
]

/** `first` are rules that count before Ruby's own, wherever code may stand. */
export function rubyLike(
  words: ReadonlyMap<string, TokenClass>,
  first: readonly RubyRule[] = [],
): Language {
  return language<Memory>({
    memory: () => ({
      words,
      heredocs: [],
      literals: [],
      unclosedQuote: false,
      unclosedComment: false,
    }),
    states: {
      root: [[/(?:)/, '', goto('code', 'expression')]],
      blank: [
        [/[ \t\r\f\v]+/, ''],
        [/#[^\n]*/, 'c1'],
        [/^=(?=begin(?!\w))/, unclosedComment],
        [/^=begin(?!\w)(?:[\s\S]*?(\n=end)|[\s\S]*)/, longComment],
        [/^__END__(?=\n|(?![\s\S]))[\s\S]*/, 'cp'],
      ],
      code: [[/\n/, endStatement], 'blank', ...first, 'values', ...SYMBOLS, 'names', 'signs'],
      values: [
        [/"/, 's2', 'double'],
        [/'/, unclosedQuote],
        [/'[^'\\]*(?:\\[\s\S][^'\\]*)*('?)/, single],
        [/`/, 'sb', 'backtick'],
        [/0[xX][\da-fA-F]+(?:_[\da-fA-F]+)*/, 'mh'],
        [/0[bB][01]+(?:_[01]+)*/, 'mb'],
        [/0_?[0-7]+(?:_[0-7]+)*/, 'mo'],
        [/\d+(?:_\d+)*(?:\.\d+(?:_\d+)*(?:[eE][-+]?\d+)?|[eE][-+]?\d+)/, 'mf'],
        [/\d+(?:_\d+)*/, 'mi'],
        [/(<<[-~]?)((["'`]?)[a-zA-Z_]\w*\3)/, startHeredoc],
      ],
      names: [
        [/\$(?:[a-zA-Z_]\w*|\d+|-\w|[!-/:-@\\_`~])/, 'vg'],
        [/@@[a-zA-Z_]\w*/, 'vc'],
        [/@[a-zA-Z_]\w*/, 'vi'],
        [/[a-z_]\w*[?!]?:(?!:)\s+/, 'ss', 'expression'],
        [/(module)(\s+)([a-zA-Z_][\w:]*)/, ['k', '', 'nn']],
        [/def(?!\w)/, 'k', 'definition'],
        [/class(?!\w)/, 'k', 'className'],
        [/defined\?/, 'k', 'expression'],
        [/[a-z_]\w*[?!]/, word],
        [/[a-zA-Z_]\w*/, word],
        [/[A-Z]\w*/, 'no', 'call'],
        [/[a-z_]\w*[?!]/, suffixed, 'expression'],
        [/[a-z_]\w*/, 'n', 'call'],
      ],
      signs: [
        [/\.\.\.?|::/, 'o', 'expression'],
        [/(\.)(\s*)([a-z_]\w*[?!]?|[-+*/%=<>~[&^`])/, ['p', '', 'nf'], 'call'],
        [/\./, 'o'],
        [/[-+*=<>!&|^~]+|[/%]=?/, 'o', 'expression'],
        [/\?/, 'p', push('ternary', 'expression')],
        [/[([{,;:]/, 'p', 'expression'],
        [/[)\]}\\]/, 'p'],
      ],
      expression: [
        [/\n/, endLine],
        ...first.map(atExpression),
        'blank',
        ...SYMBOLS.map(
          ([pattern, emit, next]): RubyRule => [pattern, emit, next ? goto('symbol') : POP],
        ),
        [/\//, 'sr', goto('regex')],
        [/%([rQWIxqwis]?)([^\w\s])/, startLiteral],
        [/\?(?:\\[a-zA-Z]|[^\s\\])(?!\w)/, 'sc', POP],
        [/(?:)/, '', POP],
      ],
      call: [
        [/([ \t]+)(\/)(?=[^\s=])/, ['', 'sr'], goto('regex')],
        [/[ \t]+(?=%[rQWIxqwis]?[^\w\s=])/, '', goto('expression')],
        [/(?:)/, '', POP],
      ],
      definition: [
        [/\s+/, ''],
        [/\(/, 'p', goto('singleton')],
        [/([a-zA-Z_]\w*)(\.)/, ['nc', 'o']],
        [new RegExp(`[a-zA-Z_]\\w*[?!]?|${OPERATOR_METHOD}`), 'nf', POP],
        [/(?:)/, '', POP],
      ],
      singleton: [[/(\))(\.)?/, ['p', 'o'], goto('definition')], 'code'],
      className: [
        [/\s+/, ''],
        [/<</, 'o', POP],
        [/[A-Z]\w*(?:::\w+)*/, 'nc', POP],
        [/(?:)/, '', POP],
      ],
      ternary: [[/:(?!:)/, 'p', goto('expression')], 'code'],
      interpolation: [[/\}/, 'si', POP], 'code'],
      double: [[/[^"\\#]+/, 's2'], [/"/, 's2', POP], ESCAPE, ...INTERPOLATION, [/#/, 's2']],
      backtick: [[/[^`\\#]+/, 'sb'], [/`/, 'sb', POP], ESCAPE, ...INTERPOLATION, [/#/, 'sb']],
      symbol: [[/[^"\\#]+/, 'ss'], [/"/, 'ss', POP], ESCAPE, ...INTERPOLATION, [/#/, 'ss']],
      regex: [
        [/[^/\\#]+|\\[\s\S]/, 'sr'],
        [/\/[imxounse]*/, 'sr', POP],
        ...INTERPOLATION,
        [/[#\\]/, 'sr'],
      ],
      literal: [[/[^\w\s\\#]/, bracket], [/\\([^\w\s])/, escapedBracket], 'literalText'],
      escaped: [ESCAPE, 'interpolated'],
      interpolated: [...INTERPOLATION, 'literal'],
      literalText: [
        [/[\w\s]+|[\\#]/, (run, [text]) => run.token(run.memory.literals.at(-1)!.name, text!)],
      ],
      flags: [[/[imxounse]*/, 'sr', goto('expression')]],
      heredoc: [
        [/^([ \t]*)(\w+)[ \t]*$/, endHeredoc],
        [/[^\n\\#]+|\n/, 'sh'],
        ESCAPE,
        ...INTERPOLATION,
        [/[#\\]/, 'sh'],
      ],
    },
  })
}

/** The same rule where an expression is looked for: what follows it is none, unless it says so. */
function atExpression([pattern, emit, next]: RubyRule): RubyRule {
  if (next === 'expression') return [pattern, emit]
  return [pattern, emit, typeof next === 'string' ? goto(next) : POP]
}

function endStatement(run: Run<Memory>, match: readonly string[]): void {
  run.go('expression')
  endLine(run, match)
}

/** The here-documents that a line began stand behind it, one after the other. */
function endLine(run: Run<Memory>, [text]: readonly string[]): void {
  if (run.memory.heredocs.length === 0) run.token('', text!)
  else {
    run.token('sh', text!)
    run.go('heredoc')
  }
}

function startHeredoc(run: Run<Memory>, [, mark, word]: readonly string[]): void {
  run.token('o', mark!)
  run.token('no', word!)
  run.memory.heredocs.push({ end: word!.replace(/\W/g, ''), indented: mark!.length > 2 })
}

function endHeredoc(run: Run<Memory>, [line, indent, found]: readonly string[]): boolean {
  const [first, ...rest] = run.memory.heredocs
  if (!first || found !== first.end || (indent !== '' && !first.indented)) return false
  run.memory.heredocs = rest
  run.token('no', line!)
  if (rest.length === 0) run.go(POP)
  return true
}

/** Without its `=end` it is no comment; nor is any that comes later. */
function longComment(run: Run<Memory>, match: readonly (string | undefined)[]): boolean {
  if (match[1] === undefined) run.memory.unclosedComment = true
  else run.token('cm', match[0]!)
  return match[1] !== undefined
}

function unclosedComment(run: Run<Memory>, [sign]: readonly string[]): boolean {
  if (run.memory.unclosedComment) run.token('o', sign!)
  return run.memory.unclosedComment
}

/** A quote that nothing closes is an error, and so are the ones that follow it. */
function single(run: Run<Memory>, [text, closed]: readonly string[]): boolean {
  if (closed === '') run.memory.unclosedQuote = true
  else run.token('s1', text!)
  return closed !== ''
}

function unclosedQuote(run: Run<Memory>, [quote]: readonly string[]): boolean {
  if (run.memory.unclosedQuote) run.token('err', quote!)
  return run.memory.unclosedQuote
}

/** Keywords want an expression; behind a built-in name it is as behind any name. */
function word(run: Run<Memory>, [text]: readonly string[]): boolean {
  const found = run.memory.words.get(text!)
  if (found === undefined) return false
  run.token(found, text!)
  run.go(found === 'nb' ? 'call' : 'expression')
  return true
}

function suffixed(run: Run<Memory>, [text]: readonly string[]): void {
  run.token(run.memory.words.get(text!) ?? 'n', text!)
}

function startLiteral(run: Run<Memory>, [text, kind, open]: readonly string[]): void {
  const name = kind === 'r' ? 'sr' : 'sx'
  run.memory.literals.push({ open: open!, close: CLOSERS[open!] ?? open!, name, depth: 0 })
  run.token(name, text!)
  run.go(goto(LITERAL_STATES.get(kind!) ?? 'literal'))
}

function bracket(run: Run<Memory>, [text]: readonly string[]): void {
  const literal = run.memory.literals.at(-1)!
  run.token(literal.name, text!)
  if (text === literal.close && literal.depth === 0) {
    run.memory.literals.pop()
    run.go(goto(literal.name === 'sr' ? 'flags' : 'expression'))
  } else if (text === literal.close) literal.depth--
  else if (text === literal.open) literal.depth++
}

/** Only its own brackets need a backslash. */
function escapedBracket(run: Run<Memory>, [text, sign]: readonly string[]): void {
  const { open, close, name } = run.memory.literals.at(-1)!
  run.token(sign === open || sign === close ? 'se' : name, text!)
}
