/** Command lines run in folders of their own. */

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { onTestFinished } from 'vitest'
import { run } from '../../src/cli/run.ts'
import type { Shell } from '../../src/cli/shell.ts'

export interface Outcome {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** A command that goes on until it is told to stop. */
export interface Running {
  /** Answers as soon as what was said so far matches. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>
  stop(): Promise<Outcome>
  /** How it ends when it is not told to. */
  readonly ended: Promise<Outcome>
}

export interface Folder {
  /** Absolute. */
  readonly path: string
  put(path: string, text: string): void
  read(path: string): string
  remove(path: string): void
  list(): string[]
  /** Every file below `path`, relative to it. */
  files(path?: string): string[]
  run(words: string[], env?: Record<string, string>, more?: Partial<Shell>): Promise<Outcome>
  start(words: string[], more?: Partial<Shell>): Running
}

/** A folder with `files`, shown as `<SITE>` in what commands say. */
export function makeFolder(files: Record<string, string> = {}): Folder {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'newcomen-cli-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [path, text] of Object.entries(files)) put(path, text)
  return {
    path: folder,
    put,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    list: () => readdirSync(folder).sort(),
    files: (path = '') =>
      readdirSync(join(folder, path), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(join(folder, path), join(entry.parentPath, entry.name)))
        .sort(),
    run(words, env = {}, more = {}) {
      const { done } = launch(folder, words, { env, untilInterrupted: async () => {}, ...more })
      return done
    },
    start(words, more = {}) {
      let stop = () => {}
      const stopped = new Promise<void>((resolve) => {
        stop = resolve
      })
      const { done, waitFor } = launch(folder, words, {
        env: {},
        untilInterrupted: () => stopped,
        ...more,
      })
      onTestFinished(async () => {
        stop()
        await done
      })
      return {
        waitFor,
        ended: done,
        stop() {
          stop()
          return done
        },
      }
    },
  }
}

function launch(
  folder: string,
  words: string[],
  shell: Pick<Shell, 'env' | 'untilInterrupted'> & Partial<Shell>,
) {
  const said = { out: '', err: '', all: '' }
  let heard = () => {}
  const hear = (stream: 'out' | 'err') => (text: string) => {
    said[stream] += text
    said.all += text
    heard()
  }
  const tidy = (text: string) =>
    text.replaceAll(folder, '<SITE>').replace(/\d+(\.\d+)? seconds/g, 'N seconds')
  const done = run(words, {
    stdout: { write: hear('out') },
    stderr: { write: hear('err') },
    cwd: folder,
    ...shell,
  }).then((status): Outcome => ({ status, out: tidy(said.out), err: tidy(said.err) }))
  const waitFor = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve) => {
      heard = () => {
        const found = pattern.exec(said.all)
        if (found) resolve(found)
      }
      heard()
    })
  return { done, waitFor }
}
