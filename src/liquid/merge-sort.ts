/**
 * Sorts as the C library does: which two items it compares first is what the
 * error of a list without an order names, and what decides where an order
 * contradicts itself.
 */
export function mergeSort<T>(items: readonly T[], order: (left: T, right: T) => number): T[] {
  if (items.length < 2) return [...items]
  const half = items.length >> 1
  const left = mergeSort(items.slice(0, half), order)
  const right = mergeSort(items.slice(half), order)
  const merged: T[] = []
  let taken = 0
  for (const item of left) {
    while (taken < right.length && order(item, right[taken] as T) > 0) {
      merged.push(right[taken++] as T) // it is within the list
    }
    merged.push(item)
  }
  return [...merged, ...right.slice(taken)]
}
