/**
 * The Sass compiler in a thread of its own.
 *
 * Loading it and warming it up takes as long as rendering hundreds of posts, and
 * needs nothing of the site but the text. So a build that will need it sends the
 * stylesheets off before it renders anything, and waits for them when it comes
 * to their pages, by which time they are mostly there.
 */

import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { SassAnswer, SassFault, SassJob } from './sass-compile.ts'

export interface SassThread {
  /** Answers the job's number. */
  begin(job: SassJob): number
  /** Waits for the answer; undefined if the thread came to harm. */
  finish(number: number): SassAnswer | SassFault | undefined
}

/** What the worker is started with. */
export interface Line {
  readonly port: MessagePort
  /** How many signs of life there were: one at the start and one for each reply. The waiting side waits on it. */
  readonly count: Int32Array
}

export type Reply = { readonly answer: SassAnswer | SassFault } | { readonly broken: string }

/** No thread takes so long to start, and no stylesheet to compile; after it the build compiles for itself. */
const START_MS = 5_000
const PATIENCE_MS = 60_000

export function startSassThread(): SassThread {
  const { port1: port, port2 } = new MessageChannel()
  const count = new Int32Array(new SharedArrayBuffer(4))
  // The path holds in dist/shared/ as well, where this module ends up.
  const worker = new Worker(new URL('../converters/sass-worker.js', import.meta.url), {
    workerData: { port: port2, count } satisfies Line,
    transferList: [port2],
  })
  worker.on('error', () => {}) // whoever waits sees that nothing comes
  worker.unref()
  port.unref()

  const replies: Reply[] = []
  let sent = 0
  let isLost = false

  function wait(number: number): Reply | undefined {
    while (replies[number] === undefined && !isLost) {
      const seen = Atomics.load(count, 0)
      const received = receiveMessageOnPort(port)
      if (received)
        replies.push(received.message as Reply) // in the order of the jobs
      else
        isLost = Atomics.wait(count, 0, seen, seen === 0 ? START_MS : PATIENCE_MS) === 'timed-out'
    }
    return replies[number]
  }

  return {
    begin(job) {
      port.postMessage(job)
      return sent++
    },
    finish(number) {
      const reply = wait(number)
      return reply && 'answer' in reply ? reply.answer : undefined
    },
  }
}
