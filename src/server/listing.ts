/**
 * A page with the names in a folder, for `--show-dir-listing`.
 */

import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { escapeXml } from '../util/xml.ts'
import { isHidden } from './find-file.ts'

/** `folder` is absolute, `path` what the browser asked for. Folders come first. */
export async function listingPage(folder: string, path: string): Promise<string> {
  const rows = await Promise.all((await readdir(folder)).filter(isListed).map(rowOf))
  const list = rows
    .filter((row) => row !== undefined)
    .sort((a, b) => Number(b.isFolder) - Number(a.isFolder) || (a.name < b.name ? -1 : 1))
    .map(({ name, isFolder, size, modified }) => {
      const shown = isFolder ? `${name}/` : name
      const address = `${encodeURIComponent(name)}${isFolder ? '/' : ''}`
      return `<tr><td><a href="./${address}">${escapeXml(shown)}</a></td><td>${modified}</td><td>${isFolder ? '' : size}</td></tr>`
    })
  const title = `Index of ${escapeXml(path)}`
  return [
    '<!DOCTYPE html>',
    `<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>`,
    `<body><h1>${title}</h1>`,
    '<table><tr><th>Name</th><th>Last modified</th><th>Size</th></tr>',
    '<tr><td><a href="../">Parent directory</a></td><td></td><td></td></tr>',
    ...list,
    '</table></body></html>\n',
  ].join('\n')

  async function rowOf(name: string) {
    const found = await stat(join(folder, name)).catch(() => undefined)
    if (!found) return undefined
    const modified = found.mtime.toISOString().slice(0, 16).replace('T', ' ')
    return { name, isFolder: found.isDirectory(), size: found.size, modified }
  }
}

function isListed(name: string): boolean {
  return !isHidden(name)
}
