/**
 * Runs a command line as this process: its streams, its signals, its status.
 */

import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
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
    get listenToKeys() {
      return process.stdin.isTTY && isInForeground() ? listenToKeys : undefined
    },
    detach: (more) => detach([...words, ...more]),
    sayServing,
    openUrl,
  })
}

/** A key comes as the text that the terminal sends; Ctrl-C and Ctrl-Z stay what they are. */
function listenToKeys(press: (key: string) => void): () => void {
  const { stdin } = process
  function hear(key: string): void {
    if (key === CTRL_C) process.kill(process.pid, 'SIGINT')
    else if (key === CTRL_Z) suspend()
    else press(key)
  }
  function begin(): void {
    if (isInForeground()) stdin.setRawMode(true).resume()
  }
  function end(): void {
    stdin.setRawMode(false).pause()
  }
  /** With whoever started us in the same job, such as npx. */
  function suspend(): void {
    end()
    process.kill(0, 'SIGTSTP')
  }
  stdin.setEncoding('utf8').on('data', hear)
  process.on('SIGCONT', begin)
  begin()
  return () => {
    process.off('SIGCONT', begin)
    stdin.off('data', hear)
    end()
  }
}

const CTRL_C = '\x03'
const CTRL_Z = '\x1a'

/** A job in the background that reaches for the keyboard is stopped by the system. */
function isInForeground(): boolean {
  switch (process.platform) {
    case 'win32':
      return true
    case 'linux': {
      const behindName = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1) ?? ''
      const [, , group, , , groupInFront] = behindName.split(' ')
      return group === groupInFront
    }
    default: {
      const words = ['-o', 'stat=', '-p', String(process.pid)]
      return String(spawnSync('ps', words, { encoding: 'utf8' }).stdout).includes('+')
    }
  }
}

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
