/**
 * Text to the words of a URL, in Jekyll's modes, and back to a title.
 */

/** What becomes a hyphen, by mode. Of Unicode, letters, their marks and digits stay. */
const REPLACED: ReadonlyMap<string, RegExp> = new Map([
  ['raw', /[ \t\r\n\f\v]+/g],
  ['default', /[^\p{M}\p{L}\p{Nd}]+/gu],
  ['pretty', /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu],
  ['ascii', /[^A-Za-z0-9]+/g],
  ['latin', /[^\p{M}\p{L}\p{Nd}]+/gu],
])

/**
 * Follows `Jekyll::Utils.slugify`. `none`, or any mode Jekyll does not know,
 * changes no more than case; `cased` keeps capital letters. The slug may be
 * empty, of which Jekyll warns.
 */
export function slugify(text: string, mode = 'default', cased = false): string {
  const replaced = REPLACED.get(mode)
  if (!replaced) return cased ? text : downcase(text)
  const plain = mode === 'latin' ? transliterate(text) : text
  const slug = plain.replace(replaced, '-').replace(/^-|-$/g, '')
  return cased ? slug : downcase(slug)
}

/** `hello-world` to `Hello World`. */
export function titleize(slug: string): string {
  return slug.replace(/-+$/, '').split('-').map(capitalize).join(' ')
}

/** As Ruby: the first letter large, all others small. */
export function capitalize(word: string): string {
  const [first = ''] = word
  const upper = first === 'ß' ? 'Ss' : first.toUpperCase()
  return upper + downcase(word.slice(first.length))
}

/** As Ruby, which knows no special sigma for the end of a word. */
export function downcase(text: string): string {
  return text.replaceAll('Σ', 'σ').toLowerCase()
}

/** Latin letters that are not a plain letter with a mark. */
const SPELLED: ReadonlyMap<string, string> = new Map([
  ['×', 'x'],
  ['Æ', 'AE'],
  ['æ', 'ae'],
  ['Ð', 'D'],
  ['ð', 'd'],
  ['Đ', 'D'],
  ['đ', 'd'],
  ['Ħ', 'H'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['Ĳ', 'IJ'],
  ['ĳ', 'ij'],
  ['ĸ', 'k'],
  ['Ŀ', 'L'],
  ['ŀ', 'l'],
  ['Ł', 'L'],
  ['ł', 'l'],
  ['ŉ', "'n"],
  ['Ŋ', 'NG'],
  ['ŋ', 'ng'],
  ['Ø', 'O'],
  ['ø', 'o'],
  ['Œ', 'OE'],
  ['œ', 'oe'],
  ['ß', 'ss'],
  ['Þ', 'Th'],
  ['þ', 'th'],
  ['Ŧ', 'T'],
  ['ŧ', 't'],
])

/** Letters of Western and Central Europe to plain ones, anything else beyond ASCII to `?`. */
export function transliterate(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (letter) => {
    const spelled = SPELLED.get(letter)
    if (spelled !== undefined) return spelled
    const [base = ''] = letter.normalize('NFD')
    return letter >= 'À' && letter <= 'ž' && /[A-Za-z]/.test(base) ? base : '?'
  })
}
