/**
 * The name `guess`: the language of a text is told by its first line.
 */

import type { Language } from '../lexer.ts'

const guess: Language = {
  open: (list, context) => ({
    feed(text) {
      const language = context.load(languageOf(text))
      if (language) language.open(list, context).feed(text)
      else list.add('', text)
    },
    reset: () => {},
  }),
}

export default guess

const INTERPRETERS: ReadonlyMap<string, string> = new Map([
  ['bash', 'shell'],
  ['ksh', 'shell'],
  ['sh', 'shell'],
  ['zsh', 'shell'],
  ['node', 'javascript'],
  ['perl', 'perl'],
  ['php', 'php'],
  ['python', 'python'],
  ['python2', 'python'],
  ['python3', 'python'],
  ['ruby', 'ruby'],
])

/** Plain text where nothing tells. */
function languageOf(code: string): string {
  const first = code.slice(0, 200).split('\n', 1)[0]!.trim()
  if (first.startsWith('#!')) {
    const words = first.slice(2).trim().split(/\s+/)
    const program = (words[0]!.endsWith('/env') ? words[1] : words[0]) ?? ''
    return INTERPRETERS.get(program.slice(program.lastIndexOf('/') + 1)) ?? 'plaintext'
  }
  if (/^<!doctype html/i.test(first)) return 'html'
  if (first.startsWith('<?xml')) return 'xml'
  if (first.startsWith('<?php')) return 'php'
  return 'plaintext'
}
