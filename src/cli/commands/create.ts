/**
 * `draft`, `post`, `page` and `compose`: a new file with its front matter, named
 * for its title. Follows jekyll-compose: a file that is there is told of and left
 * alone, and that is no failure.
 */

import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { SiteError } from '../../util/errors.ts'
import { slugify } from '../../util/slugs.ts'
import { type Hash, isHash } from '../../util/values.ts'
import { writeText } from '../../writer/files.ts'
import type { CommandContext } from '../commands.ts'
import { formatYaml } from '../compose/format-yaml.ts'
import {
  chosenTime,
  formatDay,
  formatTimestamp,
  openInEditor,
  openWorkspace,
  type Workspace,
  within,
} from '../compose/workspace.ts'

interface Kind {
  /** As messages call it. */
  readonly name: string
  /** Below the workspace's root; empty for the root itself. */
  readonly folder: string
  readonly layout: string
  readonly dated: { readonly name: boolean; readonly data: boolean }
  /** The key of `default_front_matter`. */
  readonly defaults?: string
}

const POST: Kind = {
  name: 'post',
  folder: '_posts',
  layout: 'post',
  dated: { name: true, data: true },
  defaults: 'posts',
}
const DRAFT: Kind = {
  name: 'draft',
  folder: '_drafts',
  layout: 'post',
  dated: { name: false, data: false },
  defaults: 'drafts',
}
const PAGE: Kind = {
  name: 'page',
  folder: '',
  layout: 'page',
  dated: { name: false, data: false },
}

export const runDraft = (context: CommandContext): Promise<void> => create(context, DRAFT)
export const runPost = (context: CommandContext): Promise<void> => create(context, POST)
export const runPage = (context: CommandContext): Promise<void> => create(context, PAGE)
export const runCompose = (context: CommandContext): Promise<void> =>
  create(context, composedKind(context))

function composedKind({ choices: { own } }: CommandContext): Kind {
  const chosen = ['post', 'draft', 'collection'].filter((name) => own.has(name))
  if (chosen.length > 1) {
    throw new SiteError('You can only specify one of --post, --draft, or --collection COLLECTION.')
  }
  const collection = own.get('collection')
  if (collection === 'posts' || chosen.length === 0 || own.has('post')) return POST
  const dated = { name: false, data: true }
  if (collection === 'drafts' || own.has('draft')) return { ...DRAFT, dated }
  const label = String(collection)
  if (!/^[^/\\]+$/.test(label)) {
    throw new SiteError(`'${label}' cannot be the name of a collection.`)
  }
  return { name: 'file', folder: `_${label}`, layout: 'post', dated, defaults: label }
}

async function create(context: CommandContext, kind: Kind): Promise<void> {
  const { words } = context
  const { own } = context.choices
  if (words.length === 0) throw new SiteError('You must specify a name.')
  const title = words.join(' ')
  const workspace = await openWorkspace(context)
  const path = within(workspace.root, within(kind.folder, fileName(workspace, kind, title)))
  if (existsSync(workspace.absolute(path)) && !own.has('force')) {
    workspace.log.warn('', `A ${kind.name} already exists at ${path}`)
  } else {
    mkdirSync(dirname(workspace.absolute(path)), { recursive: true })
    const data = frontMatter(workspace, kind, title)
    writeText(workspace.absolute(path), `---\n${formatYaml(data)}---\n`)
    workspace.log.info('', `New ${kind.name} created at ${path}`)
  }
  if (kind !== PAGE) openInEditor(workspace, path)
}

function fileName(workspace: Workspace, { dated }: Kind, title: string): string {
  const { own } = workspace.context.choices
  const slug = slugify(title)
  if (slug === '') {
    throw new SiteError(`No file name can be made of '${title}'.`, {
      hint: 'Use at least one letter or digit.',
    })
  }
  const extension = String(own.get('extension') ?? 'md').replace(/^\./, '')
  if (/[/\\]/.test(extension)) throw new SiteError(`'${extension}' is not an extension.`)
  const day = dated.name ? `${formatDay(chosenTime(workspace))}-` : ''
  return `${day}${slug}.${extension}`
}

function frontMatter(workspace: Workspace, kind: Kind, title: string): Hash {
  const { context, settings } = workspace
  const data: Hash = new Map()
  data.set('layout', context.choices.own.get('layout') ?? kind.layout).set('title', title)
  if (kind.dated.data) data.set('date', formatTimestamp(workspace, chosenTime(workspace)))
  const all = settings.get('default_front_matter')
  const defaults = isHash(all) && kind.defaults !== undefined ? all.get(kind.defaults) : undefined
  return isHash(defaults) ? new Map([...data, ...defaults]) : data
}
