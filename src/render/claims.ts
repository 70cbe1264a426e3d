/**
 * Who renders what: one cell of shared memory an item, taken by the first
 * thread that comes.
 *
 * The last cell counts what helpers have said, so that a thread can sleep until
 * there is something to hear.
 */

const FREE = 0
const TAKEN = 1

export interface Claims {
  readonly buffer: SharedArrayBuffer
  /** Whether the item is the caller's now. */
  take(index: number): boolean
  giveBack(index: number): void
  isTaken(index: number): boolean
  /** Tells sleepers that there is something to hear. */
  ring(): void
  /** Sleeps until somebody has rung after `heard`, for so long at most; answers the new count. */
  sleep(heard: number, milliseconds: number): number
}

export function createClaims(
  count: number,
  buffer: SharedArrayBuffer = new SharedArrayBuffer((count + 1) * Int32Array.BYTES_PER_ELEMENT),
): Claims {
  const cells = new Int32Array(buffer)
  const bell = count
  return {
    buffer,
    take: (index) => Atomics.compareExchange(cells, index, FREE, TAKEN) === FREE,
    giveBack: (index) => void Atomics.store(cells, index, FREE),
    isTaken: (index) => Atomics.load(cells, index) === TAKEN,
    ring() {
      Atomics.add(cells, bell, 1)
      Atomics.notify(cells, bell)
    },
    sleep(heard, milliseconds) {
      Atomics.wait(cells, bell, heard, milliseconds)
      return Atomics.load(cells, bell)
    },
  }
}
