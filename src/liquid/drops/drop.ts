/**
 * What templates see of something that is not plain data.
 *
 * A drop looks its keys up when they are asked for, so a page that shows one
 * title does not pay for a thousand excerpts.
 */

export abstract class Drop {
  /** The value under `key`, or undefined where there is no such key. */
  abstract get(key: unknown): unknown
  /** In the order Jekyll dumps them. */
  abstract keys(): readonly unknown[]
  /** What an output prints. */
  abstract toText(): string

  has(key: unknown): boolean {
    return this.get(key) !== undefined
  }

  /** Within a printed list or hash. */
  inspect(): string {
    return this.toText()
  }

  /** The pairs of its JSON. `depth` counts the lists and objects around it. */
  entries(_depth: number): [unknown, unknown][] {
    return this.keys().map((key) => [key, this.get(key)])
  }

  /** Negative, zero or positive as Ruby's `<=>`; undefined for what cannot be compared. */
  compare(other: unknown): number | undefined {
    return other === this ? 0 : undefined
  }
}
