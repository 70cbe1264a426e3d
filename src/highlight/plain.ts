/** Text without any tokens: for `plaintext`, and for languages that have a name but no lexer here. */

import type { Lexer } from './lexer.ts'

export const plain: Lexer = (code) => [{ class: '', text: code }]
