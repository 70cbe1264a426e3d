/**
 * The public surface of this room.
 */

export { type HighlightOptions, highlight } from './highlight.ts'
export type { LineTable } from './line-table.ts'
