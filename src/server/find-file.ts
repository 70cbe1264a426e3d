/**
 * Which file of the destination a request means.
 *
 * The border of the server: whatever a request says, the answer lies inside
 * the destination once its links are resolved.
 */

import { readdir, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'

export type Found =
  /** `path` is absolute, `name` relative to the destination with `/`. */
  | { readonly kind: 'file'; readonly path: string; readonly name: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'malformed' }

/** In the order in which Jekyll's server looks for them. */
const INDEX_NAMES = [
  'index.htm',
  'index.html',
  'index.rhtml',
  'index.xht',
  'index.xhtml',
  'index.cgi',
  'index.xml',
  'index.json',
]

/** What may be left off the name of a page. */
const PAGE_EXTENSIONS = ['.html', '.xhtml']

const MISSING: Found = { kind: 'missing' }
const MALFORMED: Found = { kind: 'malformed' }

export interface Place {
  readonly root: string
  /** Empty, or with a slash in front and none behind. */
  readonly baseurl: string
  /** Whether a folder is an answer, and not its index. */
  readonly showFolders: boolean
}

/** `target` is what stands in the request line. */
export async function findFile(place: Place, target: string): Promise<Found> {
  const { root, baseurl, showFolders } = place
  const [pathname = '', query] = splitOnce(target, '?')
  const path = decode(pathname)
  if (path === undefined || !path.startsWith('/') || path.includes('\0')) return MALFORMED
  if (baseurl !== '' && path === baseurl) return redirect(pathname, query)
  if (!path.startsWith(`${baseurl}/`)) return MISSING

  const segments = path.slice(baseurl.length).split('/').filter(isStep)
  if (segments.some(isUnwanted)) return MISSING
  const wanted = join(root, ...segments)
  const asFolder = path.endsWith('/')
  const kind = await kindOf(wanted)
  if (kind === 'folder' && !asFolder) return redirect(pathname, query)
  if (kind === 'file') return asFolder ? MISSING : within(root, wanted)
  const index = kind === 'folder' && !showFolders ? await findIndex(wanted) : undefined
  const page = index ?? (segments.length === 0 ? undefined : await findPage(wanted))
  return within(root, page ?? (kind === 'folder' && showFolders ? wanted : undefined))
}

async function findIndex(folder: string): Promise<string | undefined> {
  const names = new Set(await readdir(folder))
  const name = INDEX_NAMES.find((candidate) => names.has(candidate))
  return name && join(folder, name)
}

async function findPage(path: string): Promise<string | undefined> {
  for (const extension of PAGE_EXTENSIONS) {
    if ((await kindOf(path + extension)) === 'file') return path + extension
  }
  return undefined
}

async function within(root: string, path: string | undefined): Promise<Found> {
  const kind = path === undefined ? undefined : await kindOf(path)
  if (path === undefined || kind === undefined) return MISSING
  const [realRoot, realPath] = await Promise.all([realpath(root), realpath(path)])
  const way = relative(realRoot, realPath)
  const outside = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
  if (outside) return MISSING
  const name = relative(root, path).replaceAll(sep, '/')
  return kind === 'file' ? { kind, path: realPath, name } : { kind, path: realPath }
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile()) return 'file'
  return found?.isDirectory() ? 'folder' : undefined
}

/** Whether a part of a path leads anywhere. */
function isStep(segment: string): boolean {
  return segment !== '' && segment !== '.'
}

/** Steps out of the folder, and what a web server hides: repositories, `.htaccess`. */
function isUnwanted(segment: string): boolean {
  if (segment === '..' || segment === '.git' || segment === '.svn') return true
  if (sep === '\\' && /[\\:]/.test(segment)) return true
  return isHidden(segment)
}

/** What a web server keeps to itself, in Jekyll's words `.ht*` and `~*`. */
export function isHidden(name: string): boolean {
  return name.startsWith('.ht') || name.startsWith('~')
}

/** To the same address with a slash. One slash in front, or `//x` would name another host. */
function redirect(pathname: string, query: string | undefined): Found {
  const path = `/${pathname.replace(/^[/\\]+/, '')}/`
  return { kind: 'redirect', location: query === undefined ? path : `${path}?${query}` }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function splitOnce(text: string, sign: string): [string, string | undefined] {
  const at = text.indexOf(sign)
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
