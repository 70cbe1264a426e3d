/**
 * Runs a command line as this process: its streams, its signals, its status.
 */

import { run } from './run.ts'

export async function runAsProcess(words: readonly string[]): Promise<void> {
  endWithReader(process.stdout)
  endWithReader(process.stderr)
  process.exitCode = await run(words, {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    untilInterrupted,
  })
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
