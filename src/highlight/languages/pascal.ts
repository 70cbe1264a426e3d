/** Object Pascal (the language guides of Delphi and Free Pascal). */

import { POP, wordsInAnyCase } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const NAMES = wordsInAnyCase('n', {
  k: `absolute abstract all and array as asm assembler begin case class const constructor delay
    destructor div do downto else end except exit export exports external far file finalization
    finally for forward function goto if implementation in inc index inherited initialization
    inline interface is label library message mod near not object of on only operator or out
    overload override packed pascal private procedure program property protected public
    published raise read record register repeat resident resourcestring safecall set shl shr
    stdcall stored string then threadvar to try type unit until uses value var view virtual
    while with write writeln xor`,
  kt: `ansichar ansistring bool boolean byte bytebool cardinal char comp currency double dword extended
    int64 integer iunknown longbool longint longword pansichar pansistring pbool pboolean pbyte
    pbytearray pcardinal pchar pcomp pcurrency pdate pdatetime pdouble pdword pextended phandle
    pint64 pinteger plongint plongword pointer ppointer pshortint pshortstring psingle psmallint
    pstring pvariant pwidechar pwidestring pword pwordarray pwordbool real real48 shortint
    shortstring single smallint tclass tdate tdatetime textfile thandle tobject ttime variant
    widechar widestring word wordbool`,
  nb: 'false nil true',
})

const pascal: Language = language({
  states: {
    root: [
      [/\s+/, ''],
      [/\/\/.*\n?/, 'c1'],
      [/\{/, 'cm', 'braces'],
      [/\(\*/, 'cm', 'stars'],
      [/\$[\da-fA-F]+/, 'mh'],
      [/0x[\da-fA-F]+|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+/, 'm'],
      [/[A-Za-z_]\w*/, NAMES],
      [/'[^']*'/, 's'],
      [/[!#-&(-/:-@[-^`|}~]/, 'p'],
    ],
    braces: [
      [/\}/, 'cm', POP],
      [/[^}]+/, 'cm'],
    ],
    stars: [
      [/\*\)/, 'cm', POP],
      [/[^*]+|\*/, 'cm'],
    ],
  },
})

export default pascal
