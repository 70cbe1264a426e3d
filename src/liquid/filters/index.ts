/** The filters of Liquid and Jekyll by their names. */

import { arrayFilters } from './arrays.ts'
import { dateFilters } from './dates.ts'
import type { Filter } from './filter.ts'
import { markupFilters } from './markup.ts'
import { mathFilters } from './math.ts'
import { queryFilters } from './queries.ts'
import { stringFilters } from './strings.ts'
import { urlFilters } from './urls.ts'

/** A table of one's own, to which plugins add. */
export function createFilterTable(): Map<string, Filter> {
  return new Map(
    [
      arrayFilters,
      dateFilters,
      markupFilters,
      mathFilters,
      queryFilters,
      stringFilters,
      urlFilters,
    ].flatMap((filters) => Object.entries(filters)),
  )
}
