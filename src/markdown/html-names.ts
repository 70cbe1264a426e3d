/** What kramdown knows of HTML's elements: how their content is read. */

/** How the content of an element is read. */
export type ContentModel = 'block' | 'span' | 'raw'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** These never start a block. */
export const SPAN_ELEMENTS: ReadonlySet<string> = words(`
  a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q
  rb rbc rp rt rtc ruby samp select small span strong sub sup tt u var`)

/** These are no element where text is expected. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = words(`
  address article aside applet body blockquote caption col colgroup dd div dl dt fieldset
  figcaption footer form h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main
  map nav ol optgroup p pre section summary table tbody td th thead tfoot tr ul`)

export const VOID_ELEMENTS: ReadonlySet<string> = words(`
  area base br col command embed hr img input keygen link meta param source track wbr`)

const BLOCK_CONTENT = words(`
  address applet article aside blockquote body dd details div dl fieldset figure figcaption footer
  form header hgroup iframe li main map menu nav noscript object section summary td`)

const SPAN_CONTENT = words(`
  a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend
  optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup th tt`)

const RAW_CONTENT = words('script style math option textarea pre code kbd samp var')

export function contentModel(name: string): ContentModel {
  if (BLOCK_CONTENT.has(name)) return 'block'
  return SPAN_CONTENT.has(name) ? 'span' : 'raw'
}

/** Names of HTML are the same in any case; others are as written. */
export function normalizeName(name: string): string {
  const lower = name.toLowerCase()
  return isKnown(lower) ? lower : name
}

export function isKnown(name: string): boolean {
  return (
    SPAN_ELEMENTS.has(name) ||
    BLOCK_ELEMENTS.has(name) ||
    VOID_ELEMENTS.has(name) ||
    BLOCK_CONTENT.has(name) ||
    SPAN_CONTENT.has(name) ||
    RAW_CONTENT.has(name)
  )
}
