/** F# (The F# Language Specification). Signs next to each other are one operator. */

import { type Action, POP } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'
import { mlStates } from './shared/ml.ts'

const PUNCTUATION = new Set(
  `!= # & && ( ) * , - -> . .. : :: := :> ; ;; < <- <> <| = > >] ? ?? [ [< [| ] _ { | |> |] } ~`.split(
    ' ',
  ),
)

const signs: Action = (run, [text]) => run.token(PUNCTUATION.has(text!) ? 'p' : 'o', text!)

const fsharp: Language = language({
  states: mlStates({
    own: [
      [/\/\/.*/, 'c1'],
      [/``[^`\n]+``/, 'n'],
      [/[()[\]{};,_!$%&*+./:<=>?@^|~#-]+/, signs],
    ],
    keywords: `abstract and as assert atomic base begin break checked class component const
      constraint constructor continue default delegate do done downcast downto elif else end event
      exception extern external finally fixed for fun function functor global if in include inherit
      inline interface internal lazy let match member method mixin module mutable namespace new not
      null object of open or override parallel private process protected public pure rec
      return sealed select sig static struct tailcall then to trait try type upcast use val virtual
      void volatile when while with yield`,
    signs: [],
    members: [
      [/``[^`\n]+``/, 'n', POP],
      [/\[/, 'p', POP],
    ],
  }),
})

export default fsharp
