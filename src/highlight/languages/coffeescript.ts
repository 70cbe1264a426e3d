/** CoffeeScript (its reference). A slash behind a name and a blank begins a pattern where one ends on the line. */

import { ifAhead, POP, type Step, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const NAMES = words('nx', {
  k: `await break by catch class continue debugger delete do else export extends finally for if import
    instanceof loop new return super switch then this throw try typeof until when while yield`,
  nb: `Array Boolean Date Error Function Math Number Object Packages RegExp String decodeURI
    decodeURIComponent document encodeURI encodeURIComponent eval isFinite isNaN netscape
    parseFloat parseInt sun window`,
  no: 'Infinity NaN false no null off on true undefined yes',
  o: 'and in is isnt not of or',
})

const interpolation: Step = [/#\{/, 'si', 'interpolation']

const coffeescript: Language = language({
  states: {
    root: [
      [/\s+/, ''],
      [/###(?!#)/, ifAhead('###', 'cm'), 'comment'],
      [/#.*/, 'c1'],
      [/\/\/\/(?=\s|[^/])/, ifAhead('///', 'sr'), 'long pattern'],
      [
        /(?<![\w$)\]"'])(?<![)\]"'][ \t]{1,30})(?<!\b\d[\d.]{0,30}[ \t]{1,30})\/(?:\[(?:\\.|[^\]\\\n])*\]|\\.|[^/\\\n[])+\/[a-z]*/,
        'sr',
      ],
      [/(\.)([ \t]*)([A-Za-z_$][\w$]*)/, ['p', '', 'na']],
      [/(@)([ \t]*)([A-Za-z_$][\w$]*)/, ['vi', '', 'na']],
      [/[A-Za-z_$][\w$]*(?=\s*:)/, 'na'],
      [/[A-Za-z_$][\w$]*/, NAMES],
      [/0x[\da-fA-F]+/, 'mh'],
      [/\d+\.\d+(?:[eE]\d+)?/, 'mf'],
      [/\d+/, 'mi'],
      [/"""/, 's', 'double text'],
      [/'''/, 's', 'single text'],
      [/"/, 's', 'double'],
      [/'/, 's', 'single'],
      [/[-+*/%=<>!?:&|^~`]/, 'o'],
      [/[()[\]{},.;]/, 'p'],
    ],
    comment: [
      [/###/, 'cm', POP],
      [/[^#]+|#/, 'cm'],
    ],
    interpolation: [[/\}/, 'si', POP], 'root'],
    'long pattern': [
      [/\s+/, ''],
      [/\/\/\/[a-z]*/, 'sr', POP],
      [/\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|.)/, 'se'],
      interpolation,
      [/#.*/, 'c1'],
      [/[^\s\\/#]+|[/#]/, 'sr'],
    ],
    double: [
      [/"/, 's', POP],
      [/\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|.)/, 'se'],
      interpolation,
      [/[^"\\#]+|#/, 's'],
    ],
    single: [
      [/'/, 's', POP],
      [/\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|.)/, 'se'],
      [/[^'\\]+/, 's'],
    ],
    'double text': [
      [/"""/, 's', POP],
      [/\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|.)/, 'se'],
      interpolation,
      [/[^"\\#]+|["#]/, 's'],
    ],
    'single text': [
      [/'''/, 's', POP],
      [/\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|.)/, 'se'],
      [/[^'\\]+|'/, 's'],
    ],
  },
})

export default coffeescript
