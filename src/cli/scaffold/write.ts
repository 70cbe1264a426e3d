/**
 * Puts a scaffold on disk.
 */

import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeText } from '../../writer/files.ts'
import type { Scaffold } from './site.ts'

/** `onWritten` hears of each file and empty folder. */
export function writeScaffold(
  folder: string,
  scaffold: Scaffold,
  onWritten: (path: string) => void = () => {},
): void {
  for (const [path, text] of scaffold) {
    const file = join(folder, path)
    if (path.endsWith('/')) {
      mkdirSync(file, { recursive: true })
    } else {
      mkdirSync(dirname(file), { recursive: true })
      writeText(file, text)
    }
    onWritten(file)
  }
}

/** Whether nothing lies at `path`, or an empty folder. */
export function isFree(path: string): boolean {
  return !existsSync(path) || (statSync(path).isDirectory() && readdirSync(path).length === 0)
}
