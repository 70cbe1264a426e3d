/**
 * File names taken apart as Ruby does it. Node's `path.extname` agrees but for
 * names that start with several dots; the folder part here is always `/`.
 */

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The path without its last part and without a slash at its end; empty for a bare name. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}

/** The extension with its dot, or an empty text. Leading dots do not begin one. */
export function extensionOf(path: string): string {
  const name = baseName(path)
  let start = 0
  while (name[start] === '.') start++
  const dot = name.lastIndexOf('.')
  return dot > start ? name.slice(dot) : ''
}

/** The file's name without its extension. */
export function stemOf(path: string): string {
  const name = baseName(path)
  return name.slice(0, name.length - extensionOf(name).length)
}

/** Jekyll drops all dots in which a name ends, to keep `.` and `..` out of URLs. */
export function withoutTrailingDots(text: string): string {
  let end = text.length
  while (text[end - 1] === '.') end--
  return text.slice(0, end)
}
