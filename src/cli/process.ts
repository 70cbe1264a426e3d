/**
 * Runs a command line as this process: its streams, its signals, its status.
 */

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { run } from './run.ts'
import type { Detached } from './shell.ts'

export async function runAsProcess(words: readonly string[]): Promise<void> {
  endWithReader(process.stdout)
  endWithReader(process.stderr)
  process.exitCode = await run(words, {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    untilInterrupted,
    listenToKeys: process.stdin.isTTY ? listenToKeys : undefined,
    detach: (more) => detach([...words, ...more]),
    sayServing,
    openUrl,
  })
}

/** A key comes as the text that the terminal sends; Ctrl-C stays what it is. */
function listenToKeys(press: (key: string) => void): () => void {
  const { stdin } = process
  function hear(key: string): void {
    if (key === CTRL_C) process.kill(process.pid, 'SIGINT')
    else press(key)
  }
  stdin.setRawMode(true).setEncoding('utf8').on('data', hear).resume()
  return () => {
    stdin.off('data', hear).setRawMode(false).pause()
  }
}

const CTRL_C = '\x03'

/** The other process keeps nothing of this one, so it lives on when the terminal is closed. */
function detach(words: readonly string[]): Promise<Detached | undefined> {
  const main = fileURLToPath(new URL('../cli/main.js', import.meta.url))
  const child = spawn(process.execPath, [main, ...words], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  child.stderr?.pipe(process.stderr)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', () => resolve(undefined))
    child.on('message', (url) => {
      child.disconnect()
      child.stderr?.destroy()
      child.unref()
      resolve(child.pid === undefined ? undefined : { pid: child.pid, url: String(url) })
    })
  })
}

/** Only a detached process has somebody to tell. */
function sayServing(url: string): void {
  process.send?.(url)
}

const OPENERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['darwin', ['open']],
  ['win32', ['cmd', '/c', 'start', '']],
])

/** Where there is no browser, nothing opens; the address is on the screen anyway. */
function openUrl(url: string): void {
  const [command = '', ...words] = OPENERS.get(process.platform) ?? ['xdg-open']
  const child = spawn(command, [...words, url], { detached: true, stdio: 'ignore' })
  child.on('error', () => {})
  child.unref()
}

/** The first request to stop is answered politely; a second one ends the process. */
function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    function stop(): void {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      resolve()
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })
}

/** `newcomen build | head` is no failure. */
function endWithReader(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
