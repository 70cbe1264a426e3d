/**
 * Patterns of tables as the engine runs them: at the current place only, and
 * with the white space and line ends that Ruby knows.
 *
 * To JavaScript a byte order mark and a no-break space are white space, and a
 * carriage return ends a line. To Rouge they are characters like others, and
 * mostly errors.
 */

const SPACE = ' \\t\\n\\r\\f\\v'

/** `.`, `^`, `$`, `\s` and `\S` of JavaScript to Ruby's. `[\s\S]`, any character at all, stays. */
export function compilePattern(pattern: RegExp): RegExp {
  const flags = `${pattern.flags.replace(/[gmy]/g, '')}my`
  const source = pattern.source.replace(PARTS, (part) =>
    part.startsWith('[') ? spaceInClass(part) : (MEANINGS.get(part) ?? part),
  )
  return new RegExp(source, flags)
}

/** A class, an escaped character, or a sign about lines. */
const PARTS = /\[(?:[^\]\\]|\\[\s\S])*\]|\\[\s\S]|[.^$]/g

const MEANINGS: ReadonlyMap<string, string> = new Map([
  ['.', '[^\\n]'],
  ['^', '(?<![^\\n])'],
  ['$', '(?![^\\n])'],
  ['\\s', `[${SPACE}]`],
  ['\\S', `[^${SPACE}]`],
])

function spaceInClass(part: string): string {
  if (/\\S/.test(part.replace(/\\\\/g, ''))) return part
  return part.replace(/\\[\s\S]/g, (escaped) => (escaped === '\\s' ? SPACE : escaped))
}
