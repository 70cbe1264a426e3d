/** The words of JavaScript and TypeScript, by class. All others are names. */

import type { TokenClass } from '../../tokens.ts'

type Classes = Readonly<Partial<Record<TokenClass, string>>>

const KEYWORDS =
  'as async await break case catch continue debugger default delete do else export finally for ' +
  'from if import in instanceof new of return super switch this throw try typeof void while yield'

const CONSTANTS = 'Infinity NaN false null true undefined'

const BUILTINS =
  'Array ArrayBuffer Boolean DataView Date Error Float32Array Float64Array Function Int16Array ' +
  'Int32Array Int8Array Map Math Number Object Promise Proxy Reflect RegExp Set String Symbol ' +
  'Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet decodeURI ' +
  'decodeURIComponent document encodeURI encodeURIComponent eval global isFinite isNaN navigator ' +
  'netscape Packages parseFloat parseInt self sun window'

export const JAVASCRIPT_WORDS: Classes = {
  k: KEYWORDS,
  kd: 'class const constructor extends function get let set static var with',
  kr: 'enum implements interface package private protected public',
  kc: CONSTANTS,
  nb: BUILTINS,
}

export const TYPESCRIPT_WORDS: Classes = {
  k: `${KEYWORDS} implements is namespace private protected public readonly static`,
  kd: 'abstract class const constructor extends function get let set type var with',
  kr: 'any declare enum interface keyof module number string',
  kc: CONSTANTS,
  nb: `${BUILTINS} Partial Pick Readonly Record`,
}
