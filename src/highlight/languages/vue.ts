/**
 * Vue's components: a template, a script in JavaScript, and a style sheet in the language of its `lang`.
 *
 * A template's HTML is a text of its own from each `<` and each brace on, as Rouge reads it.
 */

import { type Action, goto, POP, push, type Rule } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import { HTML_TAG_STATES } from './shared/markup.ts'

interface Memory {
  /** Language of the template or the style sheet that is being read. */
  language: string
}

const HTML = { language: 'html', fresh: true }

/** `<style lang="scss"`: a tag of a section; what is in it is of that language. */
function beginSection(language: string): Action<Memory> {
  return (run, [, bracket = '', name = '']) => {
    run.memory.language = language
    run.token('nt', bracket)
    run.token('k', name)
  }
}

const nameLanguage: Action<Memory> = (run, [, name = '', space = '', value = '']) => {
  run.memory.language = value.replace(/["']/g, '')
  run.token('na', name)
  run.token('', space)
  run.token('s', value)
}

const piece: Action<Memory> = (run, [text]) => run.nest(run.memory, text!)

const freshPiece: Action<Memory> = (run, [text]) =>
  run.nest({ language: run.memory.language, fresh: true }, text!)

function endOf(section: string): Rule<Memory> {
  return [new RegExp(`(</)(${section})(\\s*>)`), ['nt', 'k', 'nt'], POP]
}

const vue: Language = language<Memory>({
  memory: (): Memory => ({ language: '' }),
  states: {
    ...HTML_TAG_STATES,
    root: [
      [/(<)(script)\b/, beginSection('javascript'), push('script', 'tag')],
      [/(<)(style)\b/, beginSection('css'), push('style', 'section')],
      [/(<)(template)\b/, beginSection('html'), push('template', 'section')],
      [/(?:[^<]|<(?!(?:script|style|template)\b))+/, HTML],
    ],
    section: [[/((?:[\w-]*-)?lang\s*=)(\s*)("[^"]*"|'[^']*'|[^\s>"']+)/i, nameLanguage], 'tag'],
    script: [endOf('script'), [/[^<]+|</, { language: 'javascript' }]],
    style: [[/(?:)/, freshPiece, goto('rules')]],
    rules: [endOf('style'), [/[^<]+|</, piece]],
    template: [
      endOf('template'),
      [/\{\{/, 'si', push('expression', 'script start')],
      [/[<{]?[^<{]+|[<{]/, freshPiece],
    ],
    'script start': [[/(?:)/, { language: 'javascript', fresh: true }, POP]],
    expression: [
      [/\}\}/, 'si', POP],
      [/\{/, { language: 'javascript' }, 'expression'],
      [/[^{}]+/, { language: 'javascript' }],
    ],
  },
})

export default vue
