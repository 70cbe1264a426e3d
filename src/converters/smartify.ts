/**
 * The filter `smartify`: quotes, dashes and dots as kramdown's typography
 * writes them, without the rest of Markdown.
 */

import type { Config } from '../config/config.ts'
import { createSmartify as createParser } from '../markdown/smartify.ts'
import { kramdownOptions } from './markdown.ts'

export function createSmartify(config: Config): (text: string) => string {
  let smartify: ((text: string) => string) | undefined
  return (text) => {
    if (!/['"&<>.-]/.test(text)) return text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
    smartify ??= createParser(kramdownOptions(config, undefined))
    return smartify(text)
  }
}
