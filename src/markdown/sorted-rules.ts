/**
 * Rules sorted by the character at which they may begin, so that most are
 * never asked in vain.
 */

/**
 * The rules for each character of ASCII, in their order, and last those for all
 * others. A rule without `beginnings`, or with empty ones, is in every list.
 */
export function sortByCharacter<Rule>(
  rules: readonly Rule[],
  beginnings: ReadonlyMap<unknown, string>,
): readonly (readonly Rule[])[] {
  return Array.from({ length: 129 }, (_, code) => {
    const character = code < 128 ? String.fromCharCode(code) : undefined
    return rules.filter((rule) => {
      const own = beginnings.get(rule) ?? ''
      return own === '' || (character !== undefined && own.includes(character))
    })
  })
}
