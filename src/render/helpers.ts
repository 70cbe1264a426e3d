/**
 * Threads that render some of a large site's items.
 *
 * A helper reads the site for itself while this thread does, so nothing large
 * has to be sent to it, and then takes items that nobody has taken. It is only
 * ever help: what it does not finish is rendered here, and so is whatever looks
 * at the content of items that the helper does not have. A failing item is
 * rendered here again, to fail with its own error.
 */

import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { Engine } from '../engine.ts'
import type { Renderable, Rendered } from '../site.ts'
import type { Time } from '../util/dates.ts'
import type { Message } from '../util/log.ts'
import { pack } from '../util/transfer.ts'
import { type Claims, createClaims } from './claims.ts'

/** Below this a helper is ready only when there is nothing left to do. */
const WORTHWHILE_POSTS = 300
const MOST_HELPERS = 3
/** After this long without a word, help is given up and the rest rendered here. */
const PATIENCE_MS = 2000

export interface Helpers {
  /** Offers the items of the site; to be called once, before rendering. */
  share(items: readonly Renderable[]): Share
  dismiss(): void
}

export interface Share {
  /** Whether this thread is to render the item. */
  claim(index: number): boolean
  /** What a helper made of an item; undefined where this thread has to do it. */
  wait(index: number): Rendered | undefined
}

/** What a helper starts with. */
export interface Orders {
  readonly config: unknown
  readonly port: MessagePort
}

/** What there is to do, sent once this thread has read the site. */
export interface Offer {
  readonly paths: readonly string[]
  readonly buffer: SharedArrayBuffer
}

export interface Answer {
  readonly index: number
  readonly rendered: Rendered
  readonly messages: readonly Message[]
}

/** Undefined where help would not pay, or might change the output. */
export function startHelpers(engine: Engine, now: Time): Helpers | undefined {
  const count = Math.min(availableParallelism() - 1, MOST_HELPERS)
  if (count < 1 || !mayBeShared(engine) || !isLarge(engine)) return undefined
  const config = pack({ ...engine.config, time: now })
  const helpers = Array.from({ length: count }, () => startHelper(config))

  return {
    share(items) {
      const claims = createClaims(items.length)
      const paths = items.map(({ path }) => path)
      for (const { port } of helpers)
        port.postMessage({ paths, buffer: claims.buffer } satisfies Offer)
      return createShare(
        claims,
        helpers.map(({ port }) => port),
        engine,
      )
    },
    dismiss() {
      for (const { port, worker } of helpers) {
        port.close()
        void worker.terminate()
      }
    },
  }
}

function startHelper(config: unknown): { worker: Worker; port: MessagePort } {
  const { port1: port, port2 } = new MessageChannel()
  const orders: Orders = { config, port: port2 }
  const worker = new Worker(new URL('./helper.js', import.meta.url), {
    workerData: orders,
    transferList: [port2],
    stdout: true,
    stderr: true,
  })
  worker.unref()
  worker.on('error', () => {}) // what it leaves is rendered here, and fails here if it must
  port.unref()
  return { worker, port }
}

function createShare(claims: Claims, ports: readonly MessagePort[], { log }: Engine): Share {
  const answers = new Map<number, Rendered>()
  let heard = 0
  let isLost = false

  function listen(): void {
    for (const port of ports) {
      for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) {
        const { index, messages, rendered }: Answer = next.message
        answers.set(index, rendered)
        for (const { level, place, text, topic } of messages) log[level](topic, text, place)
      }
    }
  }

  return {
    claim: (index) => claims.take(index),
    wait(index) {
      listen()
      while (!answers.has(index) && claims.isTaken(index) && !isLost) {
        const before = heard
        heard = claims.sleep(heard, PATIENCE_MS)
        isLost = heard === before
        listen()
      }
      return answers.get(index)
    },
  }
}

/** A plugin from outside may keep something in mind from one item to the next. */
/** A profile hears only of what is rendered on this thread. */
function mayBeShared({ config, plugins }: Engine): boolean {
  if (config.profile || !import.meta.url.endsWith('.js')) return false
  return plugins.every(({ isPure }) => isPure)
}

function isLarge({ config: { collectionsDir, source } }: Engine): boolean {
  try {
    return readdirSync(join(source, collectionsDir, '_posts')).length >= WORTHWHILE_POSTS
  } catch {
    return false // no posts, or none where they are counted without a walk
  }
}
