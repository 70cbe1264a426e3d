/** Solidity (its documentation). */

import { POP, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const NAMES = words('n', {
  k: `abstract anonymous as assembly break calldata catch constant constructor continue contract
    delete do else emit enum event external fallback for function hex if import indexed
    interface internal is library mapping memory modifier new override payable pragma private
    public pure receive return returns storage struct throw try type using var view virtual
    while`,
  kc: `days ether finney hours minutes seconds szabo weeks wei years`,
  kr: `after alias apply auto case copyof default define final fixed fixed128x18 fixed8x0 immutable
    implements in inline let macro match mutable null of partial promise reference relocatable
    sealed sizeof static supports switch typedef typeof ufixed ufixed128x128 unchecked`,
  kt: `address bool byte bytes bytes1 bytes32 bytes33 int int256 int8 string uint uint256 uint7 uint8`,
  nb: `addmod assert balance blockhash call callcode delegatecall ecrecover false gasleft keccak256
    mulmod now require revert ripemd160 selector selfdestruct send sha256 sha3 suicide super
    this transfer true`,
})

const solidity: Language = language({
  states: {
    root: [
      [/\s+/, ''],
      [/\/\/.*\n?/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/(?:u?int|bytes)\d+\b/, 'kt'],
      [/u?fixed\d+x\d+\b/, 'kr'],
      [/hex(?:"[\da-fA-F]*"|'[\da-fA-F]*')/, 's'],
      [/[A-Za-z_$][\w$]*/, NAMES],
      [/"/, 's', 'double'],
      [/'/, 's', 'single'],
      [/0[xX][\da-fA-F]+/, 'mh'],
      [/\d+\.\d+(?:[eE]\d+)?/, 'mf'],
      [/\d+(?:[eE]\d+)?/, 'mi'],
      [/[-+*/%!=<>?:&|^~]/, 'o'],
      [/[()[\]{},;.]/, 'p'],
    ],
    comment: [
      [/\*\//, 'cm', POP],
      [/[^*]+|\*/, 'cm'],
    ],
    double: [[/"/, 's', POP], [/[^"\\\n]+/, 's'], 'escapes'],
    single: [[/'/, 's', POP], [/[^'\\\n]+/, 's'], 'escapes'],
    escapes: [
      [/\\(?:[\\abfnrtv"']|x[\da-fA-F]{2,4}|u[\da-fA-F]{4}|[0-7]{1,3})/, 'se'],
      [/\\\n?/, 's'],
    ],
  },
})

export default solidity
