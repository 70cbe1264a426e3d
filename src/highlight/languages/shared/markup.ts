/** What HTML and XML have in common. */

import { POP, type Step } from '../../grammar.ts'

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
