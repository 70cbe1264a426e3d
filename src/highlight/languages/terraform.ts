/** Terraform (its language documentation): HCL with expressions in strings. */

import { POP, type Step, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import { hclStates, LITERALS, type Memory, newMemory } from './shared/hcl.ts'

const WORDS = words('nx', {
  k: 'data module output provider provisioner resource terraform variable',
  kc: 'true false null',
  kd: 'local var',
})

const interpolation: Step<Memory> = [/\$\{/, 'k', 'interpolation']

const terraform: Language = language<Memory>({
  memory: newMemory,
  states: {
    ...hclStates([[/[A-Za-z_$][\w$]*/, WORDS]], { block: /[=(),.*]/, list: /[(),.*]/ }),
    interpolation: [
      [/\s+/, ''],
      [/\}/, 'k', POP],
      [/[A-Za-z_$][\w$-]*/, WORDS],
      ...LITERALS,
      [/[()[\].,]/, 'p'],
      [/[-+*/%=<>!?:|&^~]+/, 'o'],
    ],
    double: [[/"/, 's2', POP], [/\\[\s\S]/, 'se'], interpolation, [/[^"\\$]+/, 's2']],
    single: [[/'/, 's1', POP], [/\\[\s\S]/, 'se'], interpolation, [/[^'\\$]+/, 's1']],
  },
})

export default terraform
