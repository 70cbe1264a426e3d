/** `{% link PATH %}` and `{% post_url NAME %}`: the URL of something, checked to be there. */

import type { Document, Site } from '../../site.ts'
import { posts } from '../../site.ts'
import { nearest } from '../../util/nearest.ts'
import { plainError } from '../errors.ts'
import type { Run } from '../run.ts'
import { strip } from '../text.ts'
import type { TagRule } from './tag.ts'

export const link: TagRule = ({ token }) => {
  const path = strip(token.markup)
  return {
    blank: false,
    compile(context) {
      const template = path.includes('{{') ? context.parse(path, token.source.origin) : undefined
      return (run) => {
        const asked = template ? run.capture(template.step) : path
        run.out += context.relativeUrl(findLinked(asked, run)) ?? ''
      }
    },
  }
}

/** The URL of what has that path: a document or page, or a static file with or without its slash. */
function findLinked(asked: string, { context, scope }: Run): string {
  scope.world.note('link', asked)
  const urls = context.linkTargets(scope.world)
  const url = urls.get(asked)
  if (url !== undefined) return url
  const near = nearest(asked, urls.keys())
  throw plainError(
    `Could not find document '${asked}' in tag 'link'.\n\n` +
      'Make sure the document exists and the path is correct.\n',
    near ? `Did you mean '${near}'?` : undefined,
  )
}

export const postUrl: TagRule = ({ token }) => {
  const name = strip(token.markup)
  const parts = parseName(name)
  return {
    blank: false,
    compile(context) {
      return (run) => {
        const { note, site } = run.scope.world
        note('documents', 'posts')
        const post = findPost(site, parts)
        if (post !== undefined) {
          note('item', post.path)
          run.out += context.relativeUrl(post.url) ?? ''
          return
        }
        note('items')
        const other = findPostByDay(site, parts)
        if (other === undefined) throw postNotFound(name, site)
        context.log.warn('Deprecation:', elsewhere(name), { file: token.source.origin.path })
        run.out += context.relativeUrl(other.url) ?? ''
      }
    },
  }
}

interface PostNameParts {
  /** Folders before the name, each with its slash. */
  readonly folder: string
  readonly base: string
  /** Without leading zeros. */
  readonly day: string
  readonly slug: string
}

const POST_NAME = /^\/?(.*\/)?((\d+-\d+-\d+)-(.+))$/

function parseName(name: string): PostNameParts {
  const [, folder = '', base, date, slug] = POST_NAME.exec(name) ?? []
  if (base === undefined || date === undefined || slug === undefined) {
    throw plainError(
      `Could not parse name of post "${name}" in tag 'post_url'.\n` +
        ' Make sure the post exists and the name is correct.\n' +
        ` Jekyll::Errors::InvalidPostNameError: '${name}' does not contain valid date and/or title.\n`,
      'Write the name of the file without its extension, such as 2024-01-31-hello.',
    )
  }
  return { folder, base, day: date.split('-').map(Number).join('-'), slug }
}

function findPost(site: Site, { folder, base }: PostNameParts): Document | undefined {
  const names = [`_posts/${folder}${base}`, `${folder}_posts/${base}`]
  return posts(site).find(({ extension, relativePath }) =>
    names.includes(relativePath.slice(0, relativePath.length - extension.length)),
  )
}

/** As Jekyll found posts once: by slug and day, whatever the name and folder of the file. */
function findPostByDay(site: Site, { day, slug }: PostNameParts): Document | undefined {
  return posts(site).find((post) => post.slug === slug && dayOf(post) === day)
}

function dayOf({ date }: Document): string {
  return [date.year, date.month, date.day].join('-')
}

function elsewhere(name: string): string {
  return (
    `A call to '{% post_url ${name} %}' did not match a post using the new matching method of ` +
    'checking name (path-date-slug) equality. Please make sure that you change this tag to ' +
    "match the post's name exactly."
  )
}

function postNotFound(name: string, site: Site): Error {
  const names = posts(site).map(({ extension, relativePath }) =>
    relativePath.slice(0, relativePath.length - extension.length).replace(/(^|\/)_posts\//, '$1'),
  )
  const near = nearest(name, names)
  return plainError(
    `Could not find post "${name}" in tag 'post_url'.\n` +
      'Make sure the post exists and the name is correct.\n',
    near ? `Did you mean '${near}'?` : undefined,
  )
}
