/** The other end of `sass-thread.ts`: compiles what is sent, one after another. */

import { workerData } from 'node:worker_threads'
import { compileSass, type SassJob } from './sass-compile.ts'
import type { Line, Reply } from './sass-thread.ts'

const { count, port } = workerData as Line // as the other end sends it

signal()
port.on('message', (job: SassJob) => {
  port.postMessage(reply(job))
  signal()
})

function signal(): void {
  Atomics.add(count, 0, 1)
  Atomics.notify(count, 0)
}

function reply(job: SassJob): Reply {
  try {
    return { answer: compileSass(job) }
  } catch (error) {
    return { broken: String(error) }
  }
}
