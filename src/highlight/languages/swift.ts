/** Swift (The Swift Programming Language): a capital makes a type, a colon after a name a variable. */

import { ifListed, POP, type Step, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const KEYWORDS = ifListed({
  kd: `actor associatedtype class convenience deinit dynamic enum extension fileprivate final func
    import indirect init internal lazy let nonisolated open optional private protocol public required
    some static struct subscript typealias var`,
  k: `Protocol Self Type as associativity async await break case catch continue default defer didSet
    do else fallthrough for get guard if in infix inout is isolated mutating none nonmutating
    operator override postfix precedence precedencegroup prefix repeat rethrows return self set
    super switch throw throws try unowned weak where while dynamicType new willSet`,
  kc: 'false nil true',
})

const interpolation: Step = [/\\\(/, 'se', 'interpolation']
const escapes: Step = [/\\(?:[\\0tnr'"]|u\{[\da-fA-F]{1,8}\})/, 'se']

const swift: Language = language({
  states: {
    root: [
      [/^#.*/, 'cp'],
      [/([ \t\n\r\f\v]*\n[ \t]*)(#.*)/, ['', 'cp']],
      [/[ \t\n\r\f\v]+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/#(?:selector|keyPath)\(/, 'kd', 'selector'],
      [/#available\([^)\n]*\)|#(?:file|line|function)\b/, 'kd'],
      [/@[\p{L}_][\p{L}\p{N}_]*/u, 'kd'],
      [/(?:private|internal|public|open)\(set\)|unowned\((?:un)?safe\)/, 'kd'],
      [/(?:as[?!]|try!)(?=[ \t\n])/, 'k'],
      [/(let|var)([ \t\n]+)([\p{L}_][\p{L}\p{N}_]*)/u, ['k', '', 'nv']],
      [/(let|var)([ \t\n]*)(\()/, ['k', '', 'p'], 'tuple'],
      [/(?:if|while|switch|for|case)(?=[ \t\n]*\()|default(?=[ \t\n]*:)/, 'k'],
      [/\p{Lu}[\p{L}\p{N}_]*/u, words('kt', { k: 'Self Type' })],
      [/[\p{L}_][\p{L}\p{N}_]*(?=[?!]?[ \t\n]*\()/u, 'nf'],
      [/(?!default)[\p{L}_][\p{L}\p{N}_]*(?=[ \t\n]*:)/u, 'nv'],
      [/[A-Za-z]+(?![\p{L}\p{N}_])/u, KEYWORDS],
      [/[\p{L}_][\p{L}\p{N}_]*/u, 'n'],
      [/(`)([\p{L}_][\p{L}\p{N}_]*)(`)/u, ['p', 'nv', 'p']],
      [/\$\d+/, 'nv'],
      [/"""/, 's', 'text'],
      [/"/, 's', 'string'],
      [/0x[\da-fA-F][\da-fA-F_]*(?:(?:\.[\da-fA-F][\da-fA-F_]*)?[pP][-+]?\d+)?/, 'mh'],
      [/0b[01][01_]*/, 'mb'],
      [/0o?[0-7][0-7_]*/, 'mo'],
      [/\d[\d_]*(?:\.\d[\d_]*(?:[eE][-+]?\d[\d_]*)?|[eE][-+]?\d[\d_]*|\*)/, 'mf'],
      [/\d[\d_]*/, 'mi'],
      [/[-=+*%<>!&|^~.]|\//, 'o'],
      [/[()[\]{}:;,?\\]/, 'p'],
    ],
    tuple: [
      [/[ \t\n\r\f\v]+/, ''],
      [/[\p{L}_][\p{L}\p{N}_]*/u, 'nv'],
      [/,/, 'p'],
      [/\(/, 'p', 'tuple'],
      [/\)/, 'p', POP],
    ],
    selector: [
      [/[^()\n]+/, 'nf'],
      [/\(/, 'nf', 'selector in parentheses'],
      [/\)/, 'kd', POP],
    ],
    'selector in parentheses': [
      [/[^()\n]+/, 'nf'],
      [/\(/, 'nf', 'selector in parentheses'],
      [/\)/, 'nf', POP],
    ],
    parentheses: [[/\)/, 'p', POP], [/\(/, 'p', 'parentheses'], 'root'],
    interpolation: [[/\)/, 'se', POP], [/\(/, 'p', 'parentheses'], 'root'],
    string: [[/[^"\\]+/, 's'], [/"/, 's', POP], interpolation, escapes],
    text: [[/"""/, 's', POP], [/[^"\\]+|"/, 's'], interpolation, escapes],
    comment: [
      [/[^*/]+|\/(?!\*)|\*(?!\/)/, 'cm'],
      [/\/\*/, 'cm', 'comment'],
      [/\*\//, 'cm', POP],
    ],
  },
})

export default swift
