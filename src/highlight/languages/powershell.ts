/**
 * PowerShell. The first word of a command is its name, and the words behind it
 * are arguments until the line, the pipe or a bracket ends them.
 */

import { goto, POP, type Step, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const WORDS = words('n', {
  bp: 'confirmimpact defaultparametersetname positionalbinding supportspaging supportsshouldprocess',
  kr: `assembly base begin break catch class command configuration continue data define do dynamicparam else elseif end enum exit filter
    finally for foreach from function hidden if in module namespace parallel param private
    process public return sequence static switch throw trap try type until using var while workflow`,
})

const COMPARISONS = `eq ne gt ge lt le like notlike contains notcontains match notmatch replace
  split`
  .split(/\s+/)
  .flatMap((name) => [name, `c${name}`, `i${name}`])

const OPERATORS: ReadonlySet<string> = new Set([
  ...COMPARISONS,
  ...'join is isnot as and or xor not band bor bxor shl shr'.split(' '),
])

const OPERATOR_OR_PARAMETER: Step = [
  /--?(\w+)/,
  (run, [text = '', name = '']) => {
    const isOperator = text.length === name.length + 1 && OPERATORS.has(name.toLowerCase())
    run.token(isOperator ? 'o' : 'nt', text)
  },
]

const powershell: Language = language({
  states: {
    root: [
      'blank',
      'values',
      [/(function)(\s+)(\w+)(:)([\w-]+)/i, ['kr', 'w', 'nn', 'p', 'nf']],
      [/(function)(\s+)([A-Za-z_][\w-]+)/i, ['kr', 'w', 'nf']],
      [/(class)(\s+)/i, ['kr', 'w'], 'class'],
      [/(\.)(\w+)(?=\()/, ['o', 'nf'], 'method'],
      [/(\.)(\w+)(?![\w[])/, ['o', 'nf']],
      OPERATOR_OR_PARAMETER,
      [/\d+\.\d+/, 'mf'],
      [/\d+/, 'mi'],
      [
        /([A-Za-z_\\/][\w\\/]*(?:[-.:][\w\\/]+)*[:-]?)(\s?)/,
        (run, [, word = '', space = '']) => {
          const name = WORDS.words.get(word.toLowerCase()) ?? 'n'
          run.token(name, word)
          run.token('w', space)
          if (name === 'n') run.go('arguments')
        },
      ],
      [/\?+/, 'nf', 'arguments'],
      'operators',
      [/@\{/, 'p', 'hash'],
      [/@\(/, 'p', 'array'],
      [/[[\](){};,:]/, 'p'],
    ],
    block: [[/\}/, 'p', POP], 'root'],
    class: [
      [/\s+/, 'w'],
      [/\w+/, 'nc'],
      [/[:,]/, 'p'],
      [/(?=[\s\S])/, '', POP],
    ],
    method: [[/\(/, 'p', goto('parameters')]],
    parameters: [[/\)/, 'p', POP], [/\s+/, 'w'], 'words'],

    arguments: [
      [/\n\s*|[ \t]+\n\s*/, 'w', POP],
      [/\|\|?/, 'o', POP],
      [/[;(){}\]]/, 'p', POP],
      [/=/, 'o', POP],
      [/(\[)([A-Za-z_][\w.]*)/, ['p', 'n'], POP],
      [/\[/, 'p', POP],
      'words',
    ],
    words: [
      [/`[\s\S]/, 'se'],
      'blank',
      'values',
      [/(\.)(\w+)(?![\w[])/, ['o', 'nf']],
      [/(\.)(\w+)(?=\[)/, ['o', 'n']],
      OPERATOR_OR_PARAMETER,
      [/[\w\\/~][\w\\/~:.-]*/, 'nx'],
      [/\?+/, 'nf', 'arguments'],
      'operators',
      [/@\{/, 'p', goto('hash')],
      [/@\(/, 'p', goto('array')],
      [/[[\](){};,:]/, 'p'],
    ],
    hash: [
      [/\}/, 'p', POP],
      [/\{/, 'p', 'block'],
      [/=/, 'o'],
      [/\w+/, (run, [word = '']) => run.token(/^\d+$/.test(word) ? 'mi' : 'nx', word)],
      'list',
    ],
    array: [[/\)/, 'p', POP], [/\d+/, 'mi'], 'list'],
    list: ['blank', 'values', [/@\{/, 'p', 'hash'], [/@\(/, 'p', 'array'], [/[[\]{};,]/, 'p']],

    blank: [
      [/[ \t\n\r\f\v]+/, 'w'],
      [/#.*/, 'c'],
      [/<#/, 'cm', 'comment'],
    ],
    comment: [
      [/#>/, 'cm', POP],
      [/(?<=^[ \t]*)\.[A-Z]+\b/, 'cs'],
      [/[^#.]+/, 'cm'],
      [/[#.]/, 'cm'],
    ],
    values: [
      [/(\[)([A-Za-z_][\w.]*)/, ['p', 'n']],
      [/@"/, 'sh', 'hereString'],
      [/@'\s*\n[\s\S]*?\n'@/, 'sh'],
      [/"/, 's2', 'string'],
      [/'(?:[^']|'')*'/, 's1'],
      'variables',
      [/\$(?=\()/, 'err'],
    ],
    variables: [
      [/\$\{[^{}\n]*\}/, 'nv'],
      [/(\$)(\w+)(:)(\w+)/, ['nv', 'nn', 'p', 'nv']],
      [
        /\$(?:_|true|false|null|args|input|this|foreach|switch|ConsoleFileName|Error|Event|ExecutionContext|HOME|Host|IsCoreCLR|IsLinux|IsMacOS|IsWindows|Matches|MyInvocation|NestedPromptLevel|PID|PROFILE|PSBoundParameters|PSCmdlet|PSCommandPath|PSCulture|PSDebugContext|PSHOME|PSItem|PSScriptRoot|PSSenderInfo|PSUICulture|PSVersionTable|PWD|ShellId|StackTrace|[$?^])/,
        'bp',
      ],
      [/\$\w+/, 'nv'],
    ],
    operators: [[/\.\.|[-+*/%=]=?|\+\+|--%?|&&|\|\||[|&!.]/, 'o']],

    inString: [[/`.|`/, 'se'], [/\$\(/, 'si', 'interpolation'], 'variables'],
    string: [[/""/, 's2'], [/"/, 's2', POP], 'inString', [/[^"`$]+/, 's2'], [/\$/, 's2']],
    hereString: [[/\n"@/, 'sh', POP], 'inString', [/[^\n`$]+/, 'sh'], [/[\n$]/, 'sh']],
    interpolation: [[/\)/, 'si', POP], 'root'],
  },
})

export default powershell
