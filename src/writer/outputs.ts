/**
 * What a build puts where: every output in Jekyll's order, and which of them
 * stands in the end.
 *
 * Every path that leaves this file lies inside the destination, whatever a
 * permalink or a plugin asked for: `..` cannot climb above it, as in Jekyll.
 */

import { posix, sep } from 'node:path'
import type { Renderable, Rendered, Site, StaticFile } from '../site.ts'
import { SiteError } from '../util/errors.ts'

export interface Output {
  /** Relative to the destination, with `/`. */
  readonly destination: string
  readonly item: Renderable | StaticFile
  /** Undefined for a static file, whose bytes are copied. */
  readonly text: string | undefined
}

export interface Plan {
  /** In order of writing; several may share a destination. */
  readonly all: readonly Output[]
  /** By destination: the one that stands, which is the last. */
  readonly files: ReadonlyMap<string, Output>
  /** Every folder above a file, the outer before the inner. */
  readonly folders: ReadonlySet<string>
}

/** @throws SiteError where two outputs need the same path as a file and as a folder */
export function planOutputs(site: Site, rendered: ReadonlyMap<string, Rendered>): Plan {
  const all = listOutputs(site, rendered)
  const files = new Map(all.map((output) => [output.destination, output]))
  const folders = new Set<string>()
  for (const path of files.keys()) addFoldersAbove(path, folders)
  for (const folder of folders) {
    const file = files.get(folder)
    if (file) throw fileAndFolder(file, files)
  }
  return { all, files, folders }
}

/** Pages, static files, documents: the order of `Site#each_site_file`. */
function listOutputs(site: Site, rendered: ReadonlyMap<string, Rendered>): Output[] {
  const documents = [...site.collections.values()].flatMap((collection) => collection.documents)
  const files = listFiles(site)
  return [
    ...site.pages.flatMap((page) => renderedOutputs(page, rendered)),
    ...files.filter((file) => file.written).map(copiedOutput),
    ...documents
      .filter((document) => document.written)
      .flatMap((document) => renderedOutputs(document, rendered)),
  ]
}

/** Those of collections are copied even where a plugin took them off the site's list. */
function listFiles({ collections, staticFiles }: Site): StaticFile[] {
  const listed = new Set(staticFiles.map(({ path }) => path))
  const ofCollections = [...collections.values()].flatMap((collection) => collection.staticFiles)
  return [...staticFiles, ...ofCollections.filter(({ path }) => !listed.has(path))]
}

function renderedOutputs(item: Renderable, rendered: ReadonlyMap<string, Rendered>): Output[] {
  const result = rendered.get(item.path)
  if (!result) throw new Error(`${item.path} was not rendered`)
  return [
    { destination: insidePath(item.destination, item), item, text: result.output },
    ...[...result.files].map(([path, text]) => ({
      destination: insidePath(path, item),
      item,
      text,
    })),
  ]
}

function copiedOutput(item: StaticFile): Output {
  return { destination: insidePath(item.destination, item), item, text: undefined }
}

/** Nothing, `.` or `..` between slashes. */
const ODD_PART = /(?:^|\/)\.{0,2}(?:\/|$)/

function insidePath(destination: string, { path }: Renderable | StaticFile): string {
  const slashed = sep === '/' ? destination : destination.replaceAll(sep, '/')
  const inside = ODD_PART.test(slashed) ? posix.normalize(`/${slashed}`).slice(1) : slashed
  if (inside !== '' && !inside.endsWith('/') && !inside.includes('\0')) return inside
  throw new SiteError(`Invalid destination '${destination}': it names no file.`, {
    place: { file: path },
    hint: 'Its permalink must name a file or a folder of the site.',
  })
}

/** `a/b/c.html`: `a` and `a/b`. What is above a folder that is there already is there too. */
function addFoldersAbove(path: string, folders: Set<string>): void {
  const folder = folderOf(path)
  if (folder === undefined || folders.has(folder)) return
  addFoldersAbove(folder, folders)
  folders.add(folder)
}

/** Undefined for what lies in no folder. */
export function folderOf(path: string): string | undefined {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? undefined : path.slice(0, slash)
}

function fileAndFolder(file: Output, files: ReadonlyMap<string, Output>): SiteError {
  const { destination } = file
  const below = [...files.values()].find((other) => other.destination.startsWith(`${destination}/`))
  return new SiteError(
    `'${destination}' would have to be a file, for ${file.item.path}, and a folder, for ${below?.item.path}.`,
    { place: { file: file.item.path }, hint: 'Give one of the two another permalink or name.' },
  )
}
