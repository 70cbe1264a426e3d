/**
 * `publish`, `unpublish` and `rename`: a file goes elsewhere and its front matter
 * with it. Follows jekyll-compose: a file that is missing or in the way is told
 * of, nothing changes, and that is no failure.
 */

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { baseName, extensionOf, folderOf } from '../../urls/names.ts'
import { strftime, type Time } from '../../util/dates.ts'
import { SiteError } from '../../util/errors.ts'
import { slugify } from '../../util/slugs.ts'
import { writeText } from '../../writer/files.ts'
import type { CommandContext } from '../commands.ts'
import { type Change, editFrontMatter } from '../compose/edit-front-matter.ts'
import {
  chosenTime,
  formatDay,
  formatTimestamp,
  openWorkspace,
  type Workspace,
  within,
} from '../compose/workspace.ts'

interface Move {
  /** Relative to the working folder. */
  readonly from: string
  readonly to: string
  /** What messages call the file before and after. */
  readonly kinds: readonly [before: string, after: string]
  readonly changes: readonly Change[]
}

const DAY_IN_NAME = /^(\d{2,4}-\d{1,2}-\d{1,2})-/

export async function runPublish(context: CommandContext): Promise<void> {
  const path = onePath(context, 'draft')
  const workspace = await openWorkspace(context)
  const time = chosenTime(workspace)
  const stamp = formatTimestamp(workspace, time)
  move(workspace, {
    from: within(workspace.root, path),
    to: within(workspace.root, `_posts/${formatDay(time)}-${baseName(path)}`),
    kinds: ['draft', 'post'],
    changes: [['date', (data) => data.get('date') ?? stamp]],
  })
}

export async function runUnpublish(context: CommandContext): Promise<void> {
  const path = onePath(context, 'post')
  const workspace = await openWorkspace(context)
  move(workspace, {
    from: within(workspace.root, path),
    to: within(workspace.root, `_drafts/${baseName(path).replace(DAY_IN_NAME, '')}`),
    kinds: ['post', 'draft'],
    changes: [['date', () => undefined]],
  })
}

function onePath({ words }: CommandContext, kind: string): string {
  if (words.length === 0) throw new SiteError(`You must specify a ${kind} path.`)
  return words.join(' ').replaceAll('\\', '/')
}

export async function runRename(context: CommandContext): Promise<void> {
  const { words } = context
  const { own } = context.choices
  const [path, ...rest] = words
  if (path === undefined || rest.length === 0) {
    throw new SiteError('You must specify current path and the new title.')
  }
  if (own.has('date') && own.has('now')) {
    throw new SiteError('You can only specify one of --date DATE or --now.')
  }
  const workspace = await openWorkspace(context)
  const title = rest.join(' ')
  const time = own.has('date') || own.has('now') ? chosenTime(workspace) : undefined
  const kind = kindOf(path)
  const changes: Change[] = [['title', () => title]]
  if (time) changes.push(['date', () => formatTimestamp(workspace, time)])
  move(workspace, {
    from: within(workspace.root, path),
    to: within(workspace.root, within(folderOf(path), newName(path, kind, title, time))),
    kinds: [kind, kind],
    changes,
  })
}

function kindOf(path: string): string {
  const kinds = new Map([
    ['_posts', 'post'],
    ['_drafts', 'draft'],
  ])
  return kinds.get(baseName(folderOf(path))) ?? 'file'
}

function newName(path: string, kind: string, title: string, time: Time | undefined): string {
  const slug = slugify(title)
  if (slug === '') throw new SiteError(`No file name can be made of '${title}'.`)
  const name = `${slug}${extensionOf(path)}`
  if (kind !== 'post') return name
  const day = time ? strftime(time, '%Y-%m-%d') : DAY_IN_NAME.exec(baseName(path))?.[1]
  if (day !== undefined) return `${day}-${name}`
  throw new SiteError(`The name of '${path}' has no date.`, { hint: 'Give one with --date.' })
}

function move({ absolute, context, log, zone }: Workspace, wanted: Move): void {
  const { from, to, kinds, changes } = wanted
  const [before, after] = kinds
  if (!existsSync(absolute(from))) {
    log.warn('', `There was no ${before} found at '${from}'.`)
    return
  }
  const isElsewhere = absolute(from) !== absolute(to)
  if (isElsewhere && existsSync(absolute(to)) && !context.choices.own.has('force')) {
    log.warn('', `A ${after} already exists at ${to}`)
    return
  }
  const text = readFileSync(absolute(from), 'utf8')
  mkdirSync(dirname(absolute(to)), { recursive: true })
  writeText(absolute(to), editFrontMatter(text, changes, from, zone))
  if (isElsewhere) rmSync(absolute(from))
  const [first = '', ...others] = before
  log.info('', `${first.toUpperCase()}${others.join('')} ${from} was moved to ${to}`)
}
