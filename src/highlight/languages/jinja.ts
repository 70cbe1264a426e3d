/**
 * Jinja, and the templates of Django: HTML with statements, expressions and
 * comments between their marks. Words mean something in statements only.
 */

import { words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import { jinjaStates } from './shared/jinja.ts'

const WORDS = words('nv', {
  k: `as autoescape block call context do else endautoescape endblock endcall endfilter endfor
    endif endmacro endset endtrans endwith extends filter for from if ignore import include macro
    missing recursive scoped set trans with without`,
  nb: `callable defined divisibleby equalto escaped even iterable lower mapping number odd sameas
    sequence string undefined upper`,
  ow: 'and in is not or',
  kp: 'False None True false none true',
})

const jinja: Language = language({ states: jinjaStates(WORDS) })

export default jinja
