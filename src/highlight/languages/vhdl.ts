/** VHDL (IEEE 1076). */

import { wordsInAnyCase } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const NAMES = wordsInAnyCase('n', {
  k: `access after alias all architecture array assert assume assume_guarantee attribute begin block
    body buffer bus case component configuration constant context cover default disconnect
    downto else elsif end entity exit fairness file for force function generate generic group
    guarded if impure in inertial inout is label library linkage literal loop map new next of on
    open others out package parameter port postponed procedure process property protected pure
    range record register reject release report return select sequence severity shared signal
    strong subtype then to transport type unaffected units until use variable vmode vprop vunit
    wait when while with`,
  kt: `bit bit_vector boolean boolean_vector character integer integer_vector natural positive real
    real_vector severity_level signed std_logic std_logic_vector std_ulogic std_ulogic_vector
    string time time_vector unsigned`,
  nb: 'false null true',
  ow: `abs and mod nand nor not or rem rol ror sla sll sra srl xnor xor`,
})

const vhdl: Language = language({
  states: {
    root: [
      [/\s+/, ''],
      [/--.*/, 'c1'],
      [/'.'/, 'sc'],
      [/'[a-z]\w*/i, 'na'],
      [/[box]?"[^"]*"/i, 's1'],
      [/-?\d+/, 'mi'],
      [/[a-z]\w*/i, NAMES],
      [/[-+*/=<>&'.@#?^]/, 'o'],
      [/[(),;:]/, 'p'],
    ],
  },
})

export default vhdl
