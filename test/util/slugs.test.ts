import { expect, test } from 'vitest'
import { capitalize, downcase, slugify, titleize, transliterate } from '../../src/util/slugs.ts'

const TITLE = 'Über den "Fluß": 10 Fragen & Łódź_2.0!'

test.each([
  [undefined, 'über-den-fluß-10-fragen-łódź-2-0'],
  ['default', 'über-den-fluß-10-fragen-łódź-2-0'],
  ['raw', 'über-den-"fluß":-10-fragen-&-łódź_2.0!'],
  ['pretty', 'über-den-fluß-10-fragen-&-łódź_2.0!'],
  ['ascii', 'ber-den-flu-10-fragen-d-2-0'],
  ['latin', 'uber-den-fluss-10-fragen-lodz-2-0'],
  ['none', 'über den "fluß": 10 fragen & łódź_2.0!'],
  ['something else', 'über den "fluß": 10 fragen & łódź_2.0!'],
])('in mode %s', (mode, slug) => {
  expect(slugify(TITLE, mode)).toBe(slug)
})

test('keeps capital letters where asked to', () => {
  expect(slugify('The _config.yml File', 'default', true)).toBe('The-config-yml-File')
  expect(slugify('The File', 'none', true)).toBe('The File')
})

test('drops one hyphen at each end', () => {
  expect(slugify(' - Hello - ', 'default')).toBe('hello')
  expect(slugify('--hello--', 'raw')).toBe('-hello-')
})

test('of signs alone nothing is left', () => {
  expect(slugify('?!')).toBe('')
})

test('spells letters that are more than a letter with a mark', () => {
  expect(transliterate('Æðßœþ Ĳsland ŉ × Ωя')).toBe("AEdssoeth IJsland 'n x ??")
})

test.each([
  ['hello-world', 'Hello World'],
  ['the-RFC-editor', 'The Rfc Editor'],
  ['état-2024', 'État 2024'],
  ['-a--b-', ' A  B'],
  ['', ''],
])('%j is titled %j', (slug, title) => {
  expect(titleize(slug)).toBe(title)
})

test('changes case as Ruby does', () => {
  expect(downcase('ΟΔΟΣ')).toBe('οδοσ')
  expect(capitalize('élan VITAL')).toBe('Élan vital')
})
