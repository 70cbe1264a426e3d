/**
 * What a language is to this room: a function from code to tokens whose texts,
 * one after the other, are that code.
 */

import type { Token } from '../tokens.ts'

/** Options stand after the name, as in `php?start_inline=1`. */
export type Lexer = (code: string, options: ReadonlyMap<string, string>) => readonly Token[]

export const NO_OPTIONS: ReadonlyMap<string, string> = new Map()
