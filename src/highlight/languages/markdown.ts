/**
 * Markdown: blocks at the beginnings of lines, then what stands within them.
 *
 * A list's mark, a rule and a quotation take the blank lines before them along.
 * Front matter is YAML, and a fence's text is in the language that it names.
 */

import { goto, POP, type Run } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

/** The blank before a mark; no text has more blank lines than this for a reason. */
const BEFORE = '^\\s{0,80}'

const markdown: Language = language({
  states: {
    root: [
      [/^---[ \t]*\n(?:[\s\S]*?\n)?---(?=[ \t]*$)\s*/, { language: 'yaml', fresh: true }],
      [/^[^\n]+\n==+[ \t]*\n/, 'gu'],
      [/^[^\n]+\n--+[ \t]*\n/, 'gh'],
      [/^([ \t]*)(`{3,40}|~{3,40})([^\n]*\n)([\s\S]*?)^([ \t]*)\2/, fence],
      [/^([ \t]*)(`{3,40}|~{3,40})(\n)([\s\S]+)/, ['', 'p', 'nl', '']],
      [/^([ \t]*)(`{3,40}|~{3,40})([^\n]*\n)([\s\S]+)/, ['', 'p', 'nl', 'err']],
      [/^#(?=[^#\n]).*/, 'gh'],
      [/^#.*/, 'gu'],
      [new RegExp(`${BEFORE}>.*`), 'gt'],
      [new RegExp(`${BEFORE}(?:[-*]\\s{0,80}){3,}$`), 'p'],
      [new RegExp(`${BEFORE}[-*+](?=\\s)`), 'p'],
      [new RegExp(`${BEFORE}\\d+\\.`), 'p'],
      [/^([ \t]*)(\[)([^\n]+?)(\]:)([ \t]*)/, ['', 'p', 'ss', 'p', ''], 'target'],
      [/\n\n(?:(?: {4}|\t).*\n|\n)+/, 'sb'],
      'inline',
    ],
    inline: [
      [/[^\\`[*\n&<!_][^\\`[*\n&<]*/, ''],
      [/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/, 'sb'],
      [/\*\*.*?\*\*|__.*?__/, 'gs'],
      [/\*(?:\*\*|[^*\n])*?\*|_(?:__|[^_\n])*?_/, 'ge'],
      [/\\[^\n]/, 'se'],
      [/!?\[/, unlessLinkAhead],
      [/(!?\[)([^\]]{0,600}?|.{0,600}?)(\])(?=[[(])/, ['p', 'nv', 'p'], 'afterText'],
      [
        /<[^<>@\s]{1,200}@[^<>@\s.]{1,200}\.[^<>@\s]{1,200}>|<(?:https?|ftp|mailto):[^\n<>]*>/,
        'nv',
      ],
      [/<[^\n<>]+>/, { language: 'html' }],
      [/&#?\w+;/, 'ni'],
      [/`+|[*\\]/, 'err'],
      [/[\s\S]/, ''],
    ],
    afterText: [
      [/(\[)([^\]\n]*)(\])/, ['p', 'ss', 'p'], POP],
      [/([ \t]*)(\()/, ['', 'p'], 'address'],
      [/([ \t]+)(\[)([^\]\n]*)(\])/, ['', 'p', 'ss', 'p'], POP],
      [/(?=[\s\S])/, '', POP],
    ],
    address: [
      [/\s+/, ''],
      [/(<)([^>\n]*)(>)/, ['nt', 'sx', 'nt'], goto('title')],
      [/\)|[^\s)]+/, 'sx', goto('title')],
    ],
    title: [
      [/\)/, 'p', POP],
      [/\s+/, ''],
      [/"[^"\n]*"|'[^'\n]*'|\([^)\n]*\)/, 'nn'],
      [/(?=[\s\S])/, '', POP],
    ],
    target: [
      [/(<)([^>\n]*)(>)/, ['nt', 'sx', 'nt'], goto('targetTitle')],
      [/\S+/, 'sx', goto('targetTitle')],
      [/(?=[\s\S])/, '', POP],
    ],
    targetTitle: [
      [/(\s{1,80})("[^"\n]*"|'[^'\n]*'|\([^)\n]*\))/, ['', 'nn'], POP],
      [/(?=[\s\S])/, '', POP],
    ],
  },
})

/** Where no link follows, there is no need to look for its end. */
function unlessLinkAhead(run: Run, [mark = '']: readonly string[]): unknown {
  return run.isAhead('](') || run.isAhead('][') ? false : run.token('', mark)
}

/** All of a fenced block; its text's last line end belongs to nobody. */
function fence(run: Run, match: readonly string[]): void {
  const [, indent = '', mark = '', info = '', body = '', before = ''] = match
  run.token('', indent)
  run.token('p', mark)
  run.token('nl', info)
  const name = info.trim()
  const code = body.endsWith('\n') ? body.slice(0, -1) : body
  if (name === '') run.token('', code)
  else run.nest({ language: name, fresh: true, otherwise: 'sb' }, code)
  run.token('', body.slice(code.length) + before)
  run.token('p', mark)
}

export default markdown
