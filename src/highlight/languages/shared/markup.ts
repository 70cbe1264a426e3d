/** What HTML and XML have in common. */

import { goto, POP, type Step } from '../../grammar.ts'

/** The insides of `<![CDATA[` and of `<?`, each up to its end. */
export const MARKUP_STATES: Readonly<Record<string, readonly Step[]>> = {
  data: [
    [/[^\]]+/, 'cp'],
    [/\]\]>/, 'cp', POP],
    [/\]/, 'cp'],
  ],
  instruction: [
    [/[^?]+/, 'cp'],
    [/\?>/, 'cp', POP],
    [/\?/, 'cp'],
  ],
}

const NAME_START = '[\\p{L}_:]'

/**
 * The insides of HTML's tags: `tagName` is the beginning of one that opens, `tag` what comes behind
 * the name. In one that closes the first name is that of the tag and nothing else is right.
 */
export const HTML_TAG_STATES: Readonly<Record<string, readonly Step[]>> = {
  tagName: [
    [/\s+/, ''],
    [new RegExp(`${NAME_START}[\\p{L}\\p{N}:._-]*`, 'u'), 'nt', POP],
    [/(?:)/, '', POP],
  ],
  closingTag: [
    [/\s+/, ''],
    [/>/, 'nt', POP],
    [/[\p{L}_:-][\p{L}\p{N}:._·-]*/u, 'nt', goto('closingEnd')],
  ],
  closingEnd: [
    [/\s+/, ''],
    [/>/, 'nt', POP],
  ],
  tag: [
    [/\s+/, ''],
    [/[\p{L}_:[\]()*.-][\p{L}\p{N}_:[\]()*.-]*\s*=\s*/u, 'na', 'value'],
    [/[\p{L}_:#*-][\p{L}\p{N}_:#*.-]*/u, 'na'],
    [/\/?\s*>/, 'nt', POP],
  ],
  doubleQuotes: [
    [/[^"]+/, 's'],
    [/"/, 's', POP],
  ],
  singleQuotes: [
    [/[^']+/, 's'],
    [/'/, 's', POP],
  ],
  value: [
    // A quote may be closed in a later piece of the text, as between the marks of ERB.
    [/"/, 's', goto('doubleQuotes')],
    [/'/, 's', goto('singleQuotes')],
    [/[^\s>]+/, 's', POP],
  ],
}
