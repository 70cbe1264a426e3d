/**
 * The shell's language (POSIX, with the additions of bash, zsh and ksh).
 *
 * White space after a keyword or a built-in command belongs to it where a word
 * follows. Most else that a command line holds is plain text.
 */

import { type Next, POP, pop, type Rule, type Run, type Step } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

interface Memory {
  /** The words that end the here-documents that are open, innermost last. */
  readonly ends: string[]
}

type ShellStep = Step<Memory>

const KEYWORDS =
  'if|then|elif|else|fi|esac|for|in|do|done|while|until|select|function|return|continue'

const COMMANDS = [
  'alias|arch|awk|b2sum|base32|base64|basename|bg|bind|break|builtin|caller|cat|cd|chcon|chgrp',
  'chmod|chown|chroot|cksum|comm|command|compgen|complete|cp|csplit|cut|date|dd|declare|df|dir',
  'dircolors|dirname|dirs|disown|du|echo|enable|env|eval|exec|exit|expand|export|expr|factor',
  'false|fc|fg|fmt|fold|getopts|grep|groups|gunzip|gzip|hash|head|help|history|hostid|hostname',
  'id|install|jobs|join|kill|let|link|ln|local|logname|logout|ls|mapfile|md5sum|mkdir|mkfifo',
  'mknod|mktemp|mv|nice|nl|nohup|nproc|numfmt|od|paste|pathchk|popd|pr|printenv|printf|ptx',
  'pushd|pwd|read|readlink|readonly|realpath|rm|rmdir|runcon|sed|seq|set|sha1sum|sha224sum',
  'sha256sum|sha384sum|sha512sum|shift|shopt|shred|shuf|sleep|sort|source|split|stat|stdbuf',
  'stty|sudo|sum|suspend|sync|tac|tail|tar|tee|test|time|timeout|times|touch|tr|trap|true',
  'truncate|tsort|tty|type|typeset|ulimit|umask|unalias|uname|unexpand|uniq|unlink|unset|uptime',
  'users|vdir|wait|wc|who|whoami|yes',
].join('|')

const SPACE_BEFORE_WORD = '(?:\\s+(?=[\\p{L}\\p{M}\\p{N}_]))?'
const END_OF_WORD = '(?![\\p{L}\\p{M}\\p{N}_])'

function wordRule(words: string, after: string, name: 'k' | 'nb', next?: Next): Rule<Memory> {
  const pattern = new RegExp(`(?:${words})${END_OF_WORD}${after}${SPACE_BEFORE_WORD}`, 'u')
  return next ? [pattern, name, next] : [pattern, name]
}

/** What begins with a dollar sign, but for quotes. */
const EXPANSIONS: readonly ShellStep[] = [
  [/\$\(\(/, 'k', 'math'],
  [/\$\(/, 'si', 'command'],
  [/\$\{#?/, 'k', 'parameter'],
  [/\$#?(?:\w+|.)/, 'nv'],
]

const shell: Language = language<Memory>({
  memory: () => ({ ends: [] }),
  states: {
    root: ['basic', 'text'],
    basic: [
      [/#[^\n]*/, 'c'],
      [/case(?!\w)/, 'k', 'case'],
      wordRule(KEYWORDS, '', 'k'),
      wordRule(COMMANDS, '(?![-.])', 'nb'),
      [/\.(?=\s)/, 'nb'],
      [/\w+(?==)/, 'nv'],
      [/-[\w-]+/, 'nt'],
      [/<<</, 'o'],
      [/(<<-?)([^\S\n]*)(\\|['"])?(\w+)/, startHeredoc],
      [/&&|\|\||[[\]{}()!=>]/, 'o'],
      [/;+/, 'p'],
      [/\*+/, 'k'],
      'quotes',
    ],
    quotes: [
      [/\\./, 'se'],
      [/\\/, 'se'],
      [/\$?"/, 's2', 'double'],
      [/\$'/, 's1', 'escaped'],
      [/'/, 's1', 'single'],
      [/`/, 'sb', 'backtick'],
      ...EXPANSIONS,
    ],
    text: [
      [/\s+/, ''],
      [/<|[^\s=*"'$`\\(){};<]+/, ''],
    ],
    double: [
      [/"/, 's2', POP],
      [/[^"\\`$]+/, 's2'],
      [/\\./, 'se'],
      [/\\/, 'se'],
      [/`/, 'sb', 'backtick'],
      [/\$#?(?=")/, 's2'],
      ...EXPANSIONS,
    ],
    single: [
      [/'/, 's1', POP],
      [/[^']+/, 's1'],
    ],
    escaped: [
      [/'/, 's1', POP],
      [/[^'\\]+/, 's1'],
      [/\\./, 'se'],
      [/\\/, 'se'],
    ],
    backtick: [[/`/, 'sb', POP], 'root'],
    command: [[/\)/, 'si', POP], [/\(/, 'o', 'group'], 'root'],
    group: [[/\)/, 'o', POP], [/\(/, 'o', 'group'], 'root'],
    math: [[/\)\)/, 'k', POP], 'sum'],
    mathGroup: [[/\)/, 'o', POP], 'sum'],
    sum: [[/\(/, 'o', 'mathGroup'], [/\d+(?:#\w+)?/, 'm'], [/[-+*/%^|&!>]/, 'o'], 'root'],
    parameter: [
      [/\}/, 'k', POP],
      [/:-/, 'k'],
      [/\w+/, 'nv'],
      [/"/, 's2', 'double'],
      [/'/, 's1', 'single'],
      [/[^}:"'`$\w][^}:"'`$]*/, 'p'],
      'root',
    ],
    case: [[/esac(?!\w)/, 'k', POP], [/\)/, 'p', 'branch'], [/\|/, 'p'], 'root'],
    branch: [[/;;/, 'p', POP], wordRule('esac', '', 'k', pop(2)), [/\(/, 'o', 'group'], 'root'],
    heredoc: [
      [/^\s*(\w+)\s*\n/, endHeredoc],
      [/^\s+/, 'sh'],
      [/\n|[^\n\\$]+/, 'sh'],
      [/\\./, 'se'],
      [/\\/, 'se'],
      ...EXPANSIONS,
      [/\$/, 'sh'],
    ],
  },
})

export default shell

function startHeredoc(run: Run<Memory>, match: readonly (string | undefined)[]): boolean {
  const [, operator, space, quote, word] = match
  if (quote && quote !== '\\') {
    const end = run.position + match[0]!.length
    if (run.text[end] !== quote) return false
  }
  run.token('o', operator!)
  run.token('', space!)
  run.token('sh', quote ?? '')
  run.token('no', word!)
  run.memory.ends.push(word!)
  run.go('heredoc')
  return true
}

function endHeredoc(run: Run<Memory>, [line, word]: readonly string[]): boolean {
  if (word !== run.memory.ends.at(-1)) return false
  run.memory.ends.pop()
  run.token('no', line!)
  run.go(POP)
  return true
}
