/**
 * Text for markup.
 */

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

const XML_SIGN = /[&<>"]/
const XML_SIGNS = /[&<>"]/g
const HTML_SIGN = /[&<>"']/
const HTML_SIGNS = /[&<>"']/g

/** For XML text and attributes in double quotes; an apostrophe stays. */
export function escapeXml(text: string): string {
  return XML_SIGN.test(text) ? text.replace(XML_SIGNS, entityOf) : text
}

/** As Ruby's `CGI.escapeHTML`: an apostrophe becomes `&#39;`. */
export function escapeHtml(text: string): string {
  return HTML_SIGN.test(text) ? text.replace(HTML_SIGNS, entityOf) : text
}

function entityOf(sign: string): string {
  return ENTITIES.get(sign)!
}
