/**
 * Versions of gems, compared and chosen as RubyGems does.
 *
 * A version is numbers and words between dots; a word makes it a preview, which
 * comes before the version without it and is chosen only by name.
 */

/** Negative, zero or positive, as `a` is older, equal or newer. */
export function compareVersions(a: string, b: string): number {
  const left = partsOf(a)
  const right = partsOf(b)
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const order = compareParts(left[at] ?? 0, right[at] ?? 0)
    if (order !== 0) return order
  }
  return 0
}

export function isPreview(version: string): boolean {
  return /[a-z]/i.test(version)
}

/** Whether `version` meets all of `requirements`, such as `~> 2.5` and `!= 2.5.3`. */
export function satisfies(version: string, requirements: readonly string[]): boolean {
  return requirements.every((requirement) => {
    const [, operator = '=', wanted = ''] = /^\s*([=!<>~]*)\s*(\S+)\s*$/.exec(requirement) ?? []
    return OPERATORS.get(operator || '=')?.(version, wanted) ?? false
  })
}

/** The newest that meets the requirements; a preview only where nothing else does. */
export function chooseVersion<T extends { readonly version: string }>(
  candidates: readonly T[],
  requirements: readonly string[],
): T | undefined {
  const fitting = candidates
    .filter(({ version }) => satisfies(version, requirements))
    .sort((a, b) => compareVersions(b.version, a.version))
  return fitting.find(({ version }) => !isPreview(version)) ?? fitting[0]
}

const OPERATORS: ReadonlyMap<string, (version: string, wanted: string) => boolean> = new Map([
  ['=', (version, wanted) => compareVersions(version, wanted) === 0],
  ['!=', (version, wanted) => compareVersions(version, wanted) !== 0],
  ['>', (version, wanted) => compareVersions(version, wanted) > 0],
  ['<', (version, wanted) => compareVersions(version, wanted) < 0],
  ['>=', (version, wanted) => compareVersions(version, wanted) >= 0],
  ['<=', (version, wanted) => compareVersions(version, wanted) <= 0],
  ['~>', isWithinLastPart],
])

/** `~> 2.5` is from 2.5 to below 3, `~> 2.5.1` from 2.5.1 to below 2.6. */
function isWithinLastPart(version: string, wanted: string): boolean {
  if (compareVersions(version, wanted) < 0) return false
  const numbers = partsOf(wanted).filter((part) => typeof part === 'number')
  const fixed = numbers.slice(0, Math.max(1, numbers.length - 1))
  const next = [...fixed.slice(0, -1), (fixed.at(-1) ?? 0) + 1].join('.')
  return compareVersions(version, next) < 0 && !version.startsWith(`${next}.`)
}

function partsOf(version: string): (number | string)[] {
  const parts = version.match(/\d+|[a-z]+/gi) ?? []
  return parts.map((part) => (/^\d/.test(part) ? Number(part) : part))
}

function compareParts(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  return typeof a === 'string' ? -1 : 1
}
