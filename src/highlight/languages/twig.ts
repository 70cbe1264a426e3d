/** Twig (its documentation), which Rouge reads as Jinja with words of its own. */

import { words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import { jinjaStates } from './shared/jinja.ts'

const WORDS = words('nv', {
  k: `as autoescape block do else embed endautoescape endblock endembed endfilter endfor endif
    endmacro ends endsandbox endset endspaceless extends filter flush for from if import include
    macro sandbox set spaceless starts use with without`,
  kp: 'false none true',
  nb: 'constant defined divisibleby empty even iterable null odd sameas',
  ow: 'and in is not or',
})

const twig: Language = language({ states: jinjaStates(WORDS) })

export default twig
