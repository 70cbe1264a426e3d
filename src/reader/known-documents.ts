/**
 * What the last build made of documents, so that this one need not make it again
 * of files that are the same.
 *
 * The danger is a document that says another thing although its file is the same,
 * because time went by: such a document is not kept, and none outlives its day,
 * from which a date such as `10:30` takes what it does not say.
 */

import type { Document } from '../site.ts'
import { strftime, type Time } from '../util/dates.ts'
import { copyValue } from './copy-value.ts'
import type { TextFile } from './files.ts'

export interface ReadDocument {
  readonly document: Document
  /** The date by which it is sorted: none where the file gives none, whatever `date` answers. */
  readonly sortDate: Time | undefined
  /** Whether the file or its name gives a date. */
  readonly isDated: boolean
  /** Whether the same file would say the same at a later moment of the day. */
  readonly lasts: boolean
}

export interface KnownDocuments {
  /** What `make` makes of a file of a collection; a copy of it where it was made before. */
  recall(
    label: string,
    source: TextFile,
    make: () => ReadDocument | undefined,
  ): ReadDocument | undefined
  readonly memory: DocumentMemory
}

/** What a build hands on to the next with the same configuration. */
export interface DocumentMemory {
  readonly day: string
  /** By label and path. */
  readonly made: Map<string, Known>
}

interface Known {
  readonly text: string | undefined
  readonly read: ReadDocument
}

/** `time` is the moment that the build calls now. */
export function createKnownDocuments(time: Time, before?: DocumentMemory): KnownDocuments {
  const memory: DocumentMemory = { day: strftime(time, '%F'), made: new Map() }
  const known = before?.day === memory.day ? before.made : new Map<string, Known>()

  function isOver({ document }: ReadDocument): boolean {
    return document.date.seconds < time.seconds
  }

  return {
    memory,
    recall(label, { path, text }, make) {
      const key = `${label} ${path}`
      const old = known.get(key)
      if (old && old.text === text && isOver(old.read)) {
        memory.made.set(key, old)
        return copyRead(old.read)
      }
      const read = make()
      if (!read?.lasts || !isOver(read)) return read
      memory.made.set(key, { text, read })
      return copyRead(read)
    },
  }
}

/** For a build that no other follows. */
export function forgetDocuments(): KnownDocuments {
  return { memory: { day: '', made: new Map() }, recall: (_label, _source, make) => make() }
}

/** Generators and hooks change what they find, so a build gets a document of its own. */
function copyRead({ document, ...rest }: ReadDocument): ReadDocument {
  const [data, categories, tags] = copyValue([
    document.data,
    document.categories,
    document.tags,
  ]) as [Document['data'], string[], unknown[]] // a copy is what its original is
  return { ...rest, document: { ...document, data, categories, tags } }
}
