/** Perl 5 (perlsyn, perlop): barewords are variables, and quotes are punctuation. */

import { type Action, ifAhead, POP, type Step, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

interface Memory {
  /** The word that ends the here-document being read. */
  label: string
}

const NAMES = words('nv', {
  k: `BEGIN END case continue do else elsif for foreach if last my new next our print redo reset return sub then
    unless until use while`,
  ow: 'and cmp eq ge gt le lt ne not or',
  bp: 'STDERR STDIN STDOUT __DIE__ __WARN__',
  nb: `abs accept alarm atan2 bind binmode bless caller chdir chmod chomp chop chown chr chroot close
    closedir connect cos crypt dbmclose dbmopen defined delete die dump each endgrent
    endhostent endnetent endprotoent endpwent endservent eof eval exec exists exit exp fcntl
    fileno flock fork format formline getc getgrent getgrgid getgrnam gethostbyaddr
    gethostbyname gethostent getlogin getnetbyaddr getnetbyname getnetent getpeername getpgrp
    getpriority getprotobyname getprotobynumber getprotoent getpwent getpwnam getpwuid
    getservbyname getservbyport getservent getsockname getsockopt glob gmtime goto grep hex
    import index int ioctl join keys kill lc lcfirst length link listen local localtime log lstat map
    mkdir msgctl msgget msgrcv msgsnd no oct open opendir ord pack package pipe pop pos printf
    prototype push quotemeta rand read readdir readline readlink readpipe recv ref rename
    require reverse rewinddir rindex rmdir scalar seek seekdir select semctl semget semop send
    setgrent sethostent setnetent setpgrp setpriority setprotoent setpwent setservent
    setsockopt shift shmctl shmget shmread shmwrite shutdown sin sleep socket socketpair sort
    splice split sprintf sqrt srand stat study substr symlink syscall sysopen sysread sysseek
    system syswrite tell telldir tie tied time times tr truncate uc ucfirst umask undef unlink
    unpack unshift untie utime values vec wait waitpid wantarray warn write`,
})

/** What stands between two delimiters; brackets may hold one more pair. */
const BODIES = [
  String.raw`\{(?:[^{}]|\{[^{}]{0,2000}\}){0,2000}\}`,
  String.raw`\((?:[^()]|\([^()]{0,2000}\)){0,2000}\)`,
  String.raw`\[(?:[^[\]]|\[[^[\]]{0,2000}\]){0,2000}\]`,
  String.raw`<[^<>]{0,2000}>`,
]
const BODY = BODIES.join('|')
const SAME = String.raw`([^\s\w({[<])(?:(?!\1)[^\\]|\\[\s\S]){0,2000}\1`

const beginHeredoc: Action<Memory> = (run, [text, , label]) => {
  if (!run.isAhead(`\n${label}\n`)) return false
  run.memory.label = label!
  run.token('s', text!)
}

const beginFormat: Action<Memory> = (run, [, word, space, name, blank, sign, end]) => {
  if (!run.isAhead('\n.\n')) return false
  run.token('k', word!)
  run.token('', space!)
  run.token('n', name!)
  run.token('', blank!)
  run.token('p', sign!)
  run.token('', end!)
}

const isEnd: Action<Memory> = (run, [line]) =>
  line!.trimEnd() === run.memory.label ? run.token('s', line!) : false

const interpolation: readonly Step<Memory>[] = [
  [/[$@][A-Za-z_]\w*/, 'si'],
  [/[$@]\{/, 'si', 'interpolation'],
]

const escaped: Step<Memory> = [
  /\\(?:0[0-7]{2}|x[\da-fA-F]{2}|N\{[^}\n]{0,80}\}|[abcefnrtluLUEQ\\"$@])|\\/,
  'se',
]

const perl: Language = language<Memory>({
  memory: () => ({ label: '' }),
  states: {
    root: [
      [/[ \t\n\r\f\v]+/, ''],
      [/#.*/, 'c1'],
      [/^=[a-z]\w*/, ifAhead('\n=cut', 'cm'), 'pod'],
      [/__(?:END|DATA)__[\s\S]*/, 'cp'],
      [/(sub[ \t\n]+)([A-Za-z_]\w*)/, ['k', 'nf'], 'signature'],
      [/sub[ \t\n]+(?=\{)/, 'k'],
      [/sub\b/, 'nv'],
      [/^(format)([ \t]+)(\w+)([ \t]*)(=)([ \t]*\n)/, beginFormat, 'format'],
      [/[A-Za-z_]\w*(?=[ \t\n]*=>)/, 's'],
      [/<<(["']?)([A-Za-z_]\w*)\1;?\n/, beginHeredoc, 'heredoc'],
      [new RegExp(`q[qwrx]?(?:${BODY})`), 'sx'],
      [new RegExp(`q[qwrx]?${SAME}`), 'sx'],
      [new RegExp(`m(?:${BODY})[gimosx]*`), 'sr'],
      [new RegExp(`m\\s{0,100}${SAME}[acdgilmnopsux]*`), 'sr'],
      [new RegExp(`(?:s|tr|y)(?:${BODY})[ \\t\\n]*(?:${BODY})[a-z]*`), 'sr'],
      [new RegExp(`(?:tr|y)${SAME}(?:(?!\\1)[^\\\\]|\\\\[\\s\\S]){0,2000}\\1[cdsr]*`), 'sr'],
      [
        new RegExp(`s\\s{0,100}${SAME}(?:(?!\\1)[^\\\\]|\\\\[\\s\\S]){0,2000}\\1[acdgilmnopsux]*`),
        'sr',
      ],
      [/((?:\w+::)+)([A-Za-z_]\w*(?::(?!:)\w*)*)?/, ['nn', 'nv']],
      [/[A-Za-z_]\w*(?::(?!:)\w*)+/, 'nv'],
      [/[A-Za-z_]\w*/, NAMES],
      [/\$_(?!\w)|\$\$(?!\w)/, 'vg'],
      [/[$@%&*](?=[A-Za-z_]\w*::)/, 'nv'],
      [/(?:\$#?|[@%&]|\*(?=\$?[A-Za-z]))\${0,3}[A-Za-z]\w*(?::(?!:)\w*)*/, 'nv'],
      [/(?:\$#?|[@%&])\${0,3}_\w+(?::(?!:)\w*)*/, 'nv'],
      [/(?:\$#?|[@%&*])(?=\{)|[@%](?:_|\*|\$_)(?=;)/, 'nv'],
      [/@(?=_\b)/, 'err'],
      [/\$(?:\^[ADFHILMOPRSTWX]|[!@&/\\,;.'"+\][<>?(~=\-|%`])/, 'vg'],
      [/0[xX][\da-fA-F][\da-fA-F_]*/, 'mh'],
      [/0[bB][01][01_]*/, 'mb'],
      [/\d[\d_]*\.\d[\d_]*(?:[eE][-+]?\d+)?|\.\d+|\d[\d_]*[eE][-+]?\d+/, 'mf'],
      [/0[0-7_]+/, 'mo'],
      [/\d[\d_]*/, 'mi'],
      [/"/, 'p', 'double'],
      [/'/, 'p', 'single'],
      [/`/, 'p', 'command'],
      [/\/(?:[^/\\\n]|\\.){0,500}\/[acdgilmnopsux]*/, 'sr'],
      [/\[\]|::|[-+*%<>=~!&|^.\\]|\//, 'o'],
      [/[()[\]{},;:?]/, 'p'],
    ],
    signature: [
      [/(\([$@%]*\))(\s*)/, ['p', '']],
      [/\s+/, ''],
      [/\([^)]{0,500}\)(?=\s*\{)|[^{;]{0,500}(?:\{\}?|;)/, 'p', POP],
      [/(?:)/, '', POP],
    ],
    format: [
      [/^\.\n/, 'si', POP],
      [/.*\n|.+/, 'si'],
    ],
    interpolation: [
      [/\}/, 'si', POP],
      [/[A-Za-z_]\w*/, 'si'],
      [/\s+/, ''],
    ],
    pod: [
      [/^=cut/, 'cm', POP],
      [/[^=]+|=/, 'cm'],
    ],
    heredoc: [
      [/.*\n/, isEnd, POP],
      [/.*\n|.+/, 's'],
    ],
    double: [[/"/, 'p', POP], ...interpolation, escaped, [/[^"\\$@]+|[$@]/, 's2']],
    single: [
      [/'/, 'p', POP],
      [/\\[\\']/, 'se'],
      [/[^'\\]+|\\/, 's1'],
    ],
    command: [[/`/, 'p', POP], ...interpolation, escaped, [/[^`\\$@]+|[$@]/, 'sb']],
  },
})

export default perl
