/**
 * The order of documents within their collection.
 */

import type { Document } from '../site.ts'
import type { Hash } from '../util/values.ts'
import type { Home } from './documents.ts'
import type { ReadDocument } from './known-documents.ts'
import { compareText, compareValues, mergeSort } from './order.ts'
import type { Reading } from './reading.ts'
import { toText } from './terms.ts'

/** `order` beats `sort_by`, which beats date and path. */
export function arrange(
  reading: Reading,
  { folder }: Home,
  metadata: Hash,
  found: readonly ReadDocument[],
): Document[] {
  const order = metadata.get('order')
  const sortBy = metadata.get('sort_by')
  if (!Array.isArray(order) && typeof sortBy === 'string') return sortByKey(reading, found, sortBy)
  const documents = inOrder(found).map(({ document }) => document)
  if (!Array.isArray(order)) return documents
  const byPath = new Map(documents.map((document) => [document.relativePath, document]))
  const first = order.map((name) => byPath.get(`${folder}/${toText(name).replace(/^\//, '')}`))
  return [...new Set([...first.filter((document) => document !== undefined), ...documents])]
}

function sortByKey({ log }: Reading, found: readonly ReadDocument[], key: string): Document[] {
  const keyOf = ({ document }: ReadDocument) => document.data.get(key) ?? undefined
  const missing = ({ document }: ReadDocument) =>
    log.warn('Sort warning:', `'${key}' not defined in ${document.relativePath}`)
  const sorted = mergeSort(found, (a, b) => {
    const left = keyOf(a)
    const right = keyOf(b)
    if (left === undefined && right !== undefined) {
      missing(a)
      return 1
    }
    if (left !== undefined && right === undefined) {
      missing(b)
      return -1
    }
    return compareValues(left, right) || compareDocuments(a, b)
  })
  return sorted.map(({ document }) => document)
}

export function inOrder(found: readonly ReadDocument[]): ReadDocument[] {
  return mergeSort(found, compareDocuments)
}

/** By date where both have one, then by path. */
function compareDocuments(a: ReadDocument, b: ReadDocument): number {
  const byDate = a.sortDate && b.sortDate ? a.sortDate.compare(b.sortDate) : 0
  return byDate || compareText(a.document.path, b.document.path)
}
