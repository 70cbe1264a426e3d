/** `newcomen highlight-css [THEME]`: prints the style sheet of a theme for code. */

import { THEME_NAMES, themeCss } from '../../highlight/themes.ts'
import { SiteError } from '../../util/errors.ts'
import type { CommandContext } from '../commands.ts'

export async function runHighlightCss({ report, words }: CommandContext): Promise<void> {
  const name = words[0] ?? 'light'
  const css = themeCss(name)
  if (css === undefined) {
    throw new SiteError(`There is no theme '${name}'.`, {
      topic: 'Highlighting:',
      hint: `Themes are ${THEME_NAMES.join(', ')}.`,
    })
  }
  report.print(css)
}
