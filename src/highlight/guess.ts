/**
 * The language of a text by its first line, for the name `guess`.
 */

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
export function guess(code: string): string {
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
