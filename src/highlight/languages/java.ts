/** Java (The Java Language Specification): braces and dots are operators, a capital makes a class. */

import { type Grammar, ifAhead, ifListed, POP, slashComments } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const STATEMENTS =
  /(?:assert|break|case|catch|continue|default|do|else|finally|for|goto|if|instanceof|new|return|switch|this|throw|try|while)\b/

const WORDS = ifListed({
  kd: `abstract const enum extends final implements native private protected public static strictfp
    super synchronized throws transient volatile`,
  kt: 'boolean byte char double float int long short var void',
  kc: 'false null true',
})

/** Some words that can be types, then a name, then a parenthesis: a method is declared. */
const METHOD =
  /\s*(?=[A-Za-z_][\w.[\]<>]{0,200}\s+(?:[A-Za-z_][\w.[\]<>]{0,200}\s+){0,9}?[A-Za-z_]\w*\s*\()/

const grammar: Grammar = {
  states: {
    ...slashComments(),
    root: [[/[ \t\r\f\v]+/, ''], 'comments', [STATEMENTS, 'k'], [METHOD, '', 'method'], 'code'],
    method: [
      [/[ \t\r\f\v]+/, ''],
      [/[A-Za-z_]\w*(?=\s*\()/, 'nf', POP],
      [/(?:class|interface)\b(?=\s+[A-Za-z_]\w*\s*\()/, 'kd'],
      [STATEMENTS, 'k'],
      'code',
    ],
    code: [
      [/[ \t\n\r\f\v]+/, ''],
      [/(?:class|interface)\b/, 'kd', 'class'],
      [/(?:import|package)\b/, 'kn', 'import'],
      [/[a-z]+\b/, WORDS],
      [/@[A-Za-z_]\w*/, 'nd'],
      [/"/, ifAhead('"', 's'), 'string'],
      [/'(?:\\u[\da-fA-F]{4}|\\.|[^\\\n])'/, 'sc'],
      [/(\.)([\p{L}_][\p{L}\p{N}_]*)/u, ['o', 'na']],
      [/[\p{L}_][\p{L}\p{N}_]*:/u, 'nl'],
      [/\p{Lu}[\p{Lu}\p{N}_]*(?![\p{L}\p{N}_])/u, 'no'],
      [/\p{Lu}[\p{L}\p{N}]*(?![\p{L}\p{N}_])/u, 'nc'],
      [/\$?[\p{L}_][\p{L}\p{N}_]*(?:\$[\p{L}_][\p{L}\p{N}_]*)*/u, 'n'],
      [/0[xX][\da-fA-F][\da-fA-F_]*/, 'mh'],
      [/0[bB][01][01_]*/, 'mb'],
      [/\d+(?:_+\d+)*\.\d+(?:_+\d+)*(?:[eE]\d+(?:_+\d+)*)?[fd]?/, 'mf'],
      [/0[0-7]+(?:_+[0-7]+)*/, 'mo'],
      [/\d+(?:_+\d+)*L?/, 'mi'],
      [/[-~^*!%&[\](){}<>|+=:;,?]+|\/|\.(?![\p{L}_])/u, 'o'],
    ],
    string: [
      [/"/, 's', POP],
      [/[^"\\]+|\\[\s\S]?/, 's'],
    ],
    class: [
      [/[ \t\n\r\f\v]+/, ''],
      [/[A-Za-z_]\w*/, 'nc', POP],
    ],
    import: [
      [/[ \t\n\r\f\v]+/, ''],
      [/[a-zA-Z_][\w.]*\*?/, 'nn', POP],
    ],
  },
}

const java: Language = language(grammar)

export default java
