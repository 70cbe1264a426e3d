/** OCaml (its manual). */

import { POP } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import { mlStates } from './shared/ml.ts'

const ocaml: Language = language({
  states: mlStates({
    own: [
      [/`[A-Za-z_][\w']*/, 'nt'],
      [/(?:and|or)\b(?!')/, 'ow'],
    ],
    keywords: `as assert begin class constraint do done downto else end exception external for fun
      function functor if in include inherit initializer lazy let match module mutable new
      nonrec object of open private raise rec sig struct then to try type val virtual when while
      with`,
    signs: [
      [/[()[\]{};]+/, 'p'],
      [/[-,_!$%&*+./:<=>?@^|~#]+/, 'o'],
    ],
    members: [[/[([{]/, 'p', POP]],
  }),
})

export default ocaml
