/**
 * Mistakes in files that readers of documents and pages share.
 */

import { SiteError } from '../util/errors.ts'

/** A mistake that Jekyll only tells of, as `strict_front_matter` makes it the end of the build. */
export function strictly(text: string, error: SiteError): SiteError {
  const { place, sourceLine, hint } = error
  return new SiteError(text, {
    topic: 'Error:',
    ...(place && { place }),
    ...(sourceLine !== undefined && { sourceLine }),
    ...(hint !== undefined && { hint }),
    cause: error,
  })
}

/** Whether the YAML could not be read at all, rather than held something unwanted. */
export function isYamlFault({ topic }: SiteError): boolean {
  return topic === 'YAML Exception:'
}

export function undecodable(path: string): SiteError {
  return new SiteError('invalid byte sequence in UTF-8', {
    topic: 'Liquid Exception:',
    place: { file: path },
    hint: 'Save the file as UTF-8, or set `encoding`.',
  })
}

export function invalidFrontMatter(path: string): SiteError {
  return new SiteError(`Invalid YAML front matter in ${path}`, {
    place: { file: path, line: 2 },
    hint: 'Write `key: value` on each line between the dashes.',
  })
}

/** Jekyll follows such a link until the system refuses. */
export function inCircle(path: string): SiteError {
  return new SiteError(`Too many levels of symbolic links - ${path}`, {
    place: { file: path },
    hint: 'The link leads to a folder it is in. Remove it, or put its name under `exclude`.',
  })
}
