/** Crystal (its Language Reference), by its likeness to Ruby. */

import { wordMap } from '../grammar.ts'
import type { Language } from '../lexer.ts'
import { RUBY_WORDS } from './ruby.ts'
import { rubyLike } from './shared/ruby.ts'

const WORDS = wordMap({
  k: 'as fun lib macro of type',
  kp: 'getter initialize new property record struct',
})

/** Crystal's is `responds_to?`, which is no built-in name to Rouge. */
const INHERITED = [...RUBY_WORDS].filter(([word]) => word !== 'respond_to?')

const crystal: Language = rubyLike(new Map([...INHERITED, ...WORDS]), [
  [/\{%|%\}/, 'p', 'expression'],
  [/@\[[^\]]*\]/, 'nd'],
  [/(?<!:):\/\//, 'ss'],
  [/def(?=\w)|macro(?!\w)/, 'k', 'definition'],
  [/(class)(\s+)([A-Z]\w*)/, ['k', '', 'nc']],
  [/'[^'\\]'/, 's1'],
  [/(')(\\(?:[^\n'\\]|u\{[\da-fA-F ]+\}))(')/, ['s1', 'se', 's1']],
  [/0o[0-7]+(?:_[0-7]+)*/, 'mo'],
  [/\d+(?:\.\d+(?:[eE][-+]?\d+)?|[eE][-+]?\d+)(?:_f\d+)?/, 'mf'],
  [/(?:[1-9]\d*(?:_\d+)*|0)(?:_[iuf](?:8|16|32|64|128)|(?=\.)|(?!\w))/, 'mi'],
])

export default crystal
