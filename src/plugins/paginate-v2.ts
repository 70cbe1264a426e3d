/**
 * jekyll-paginate-v2: any page whose front matter has `pagination` is shown once
 * for so many posts, filtered and sorted as it says.
 *
 * The first of those pages takes the place of the template. None has a name of
 * its own unless `indexpage` gives one, so a template in Markdown is not
 * converted: that is how the gem does it.
 */

import {
  type Document,
  type GeneratorContext,
  type Hash,
  isHash,
  isTruthy,
  type Page,
  type Plugin,
  type Site,
  SiteError,
  toHash,
} from '../plugin.ts'
import { addAutoPages } from './paginate-v2-autopages.ts'
import { merged } from './paginate-v2-options.ts'
import { choosePosts } from './paginate-v2-posts.ts'

const paginateV2: Plugin = {
  name: 'jekyll-paginate-v2',
  isPure: true,
  generators: [{ name: 'jekyll-paginate-v2', priority: 'lowest', generate: addPages }],
}

export default paginateV2

/** What a site's and a template's `pagination` are laid over. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  enabled: false,
  collection: 'posts',
  offset: 0,
  per_page: 10,
  permalink: '/page:num/',
  title: ':title - page :num',
  page_num: 1,
  sort_reverse: false,
  sort_field: 'date',
  limit: 0,
  trail: { before: 0, after: 0 },
  indexpage: null,
  extension: 'html',
  debug: false,
  legacy: false,
}

function addPages(site: Site, context: GeneratorContext): void {
  const { config } = site
  refuseOldSettings(site)
  const written = config.data.get('pagination')
  const options = merged(toHash(DEFAULTS), written)
  addAutoPages(site, options, context)
  if (!isTruthy(options.get('enabled'))) {
    context.log.info('Pagination:', 'Disabled in site.config.')
    return
  }
  const templates = site.pages.filter(({ data }) => {
    const own = data.get('pagination')
    return isHash(own) && isTruthy(own.get('enabled'))
  })
  if (templates.length === 0) {
    context.log.warn(
      'Pagination:',
      "Is enabled, but I couldn't find any pagination page. Skipping pagination. Pages must have " +
        "'pagination: enabled: true' in their front-matter for pagination to work.",
    )
    return
  }
  for (const template of templates) paginate(site, template, options, context)
  context.log.info('Pagination:', `Complete, processed ${templates.length} pagination page(s)`)
}

function refuseOldSettings({ config }: Site): void {
  if (config.paginate === undefined) return
  throw new SiteError(
    'Legacy jekyll-paginate configuration compatibility mode has expired. ' +
      'Please upgrade to jekyll-paginate-v2 configuration.',
    { hint: "Replace 'paginate' by pagination: {enabled: true, per_page: …}." },
  )
}

/** Everything that is the same for all pages of one template. */
interface Run {
  readonly options: Hash
  readonly posts: readonly Document[]
  readonly perPage: number
  readonly total: number
  /** Addresses, with `:num` in those of further pages. */
  readonly firstUrl: string
  readonly furtherUrl: string
  /** Such as `index` and `.html`; the first is empty unless `indexpage` says so. */
  readonly indexName: string
  readonly extension: string
}

function paginate(site: Site, template: Page, defaults: Hash, context: GeneratorContext): void {
  const own = template.data.get('pagination')
  const options = merged(defaults, own)
  const run = planRun(site, template, options)
  site.pages.splice(site.pages.indexOf(template), 1)
  const pages = Array.from({ length: run.total }, (_, at) =>
    makePage(site, template, at + 1, run, context),
  )
  addTrails(pages, run)
  site.pages.push(...pages)
}

function planRun(site: Site, template: Page, options: Hash): Run {
  const text = (key: string) => String(options.get(key) ?? '')
  const posts = choosePosts(site, options)
  const perPage = Number(options.get('per_page'))
  const limit = Number(options.get('limit') ?? 0)
  const count = Math.max(1, Math.ceil(posts.length / perPage))
  const indexName = text('indexpage').split('.')[0] ?? ''
  const extension = text('extension').replace(/^(?=[^.])/, '.')
  const permalink = template.data.get('permalink')
  const base = `${String(isTruthy(permalink) ? permalink : template.dir).replace(/\/$/, '')}/`
  const further = joined(base, text('permalink'))
  const isNamed = indexName !== ''
  return {
    options,
    posts,
    perPage,
    total: limit > 0 && limit < count ? limit : count,
    firstUrl: isNamed ? whole(base, indexName, extension) : base,
    furtherUrl: isNamed ? whole(further, indexName, extension) : further,
    indexName,
    extension,
  }
}

function makePage(
  site: Site,
  template: Page,
  number: number,
  run: Run,
  { virtualPage }: GeneratorContext,
): Page {
  const { extension, indexName, options, total } = run
  const name = `${indexName}${extension}`
  const pagePath = numbered(
    whole(number === 1 ? run.firstUrl : run.furtherUrl, indexName || 'index', extension || '.html'),
    number,
    total,
  )
  const url = pagePath.endsWith('/')
    ? joined(pagePath, name)
    : pagePath.endsWith(extension)
      ? pagePath
      : `${pagePath}${extension}`
  const data = new Map(template.data)
  const title = isTruthy(data.get('title')) ? data.get('title') : site.config.data.get('title')
  data.set('pagination_info', toHash({ curr_page: number, total_pages: total }))
  if (isTruthy(data.get('permalink'))) data.set('permalink', pagePath)
  data.set(
    'title',
    number === 1 ? title : titleOf(String(options.get('title')), title, number, total),
  )
  if (number > 1) data.set('autogen', 'jekyll-paginate-v2')
  const auto = data.get('autopage')
  if (isHash(auto)) data.set('autopages', auto)

  const ownExtension = indexName === '' ? '' : extension
  return {
    ...virtualPage(url.replace(/^\//, ''), isHash(auto) ? '' : template.body, data),
    bodyLine: template.bodyLine,
    url,
    dir: url.slice(0, url.lastIndexOf('/') + 1),
    name,
    shownPath: name,
    destination: url.replace(/^\/+/, ''),
    extension: ownExtension,
    outputExtension: isTruthy(data.get('permalink')) ? '.html' : ownExtension,
    paginator: paginator(number, pagePath, run),
  }
}

function titleOf(pattern: string, title: unknown, number: number, total: number): string {
  return numbered(
    pattern.replace(':title', () => String(title ?? '')),
    number,
    total,
  )
}

function paginator(number: number, pagePath: string, run: Run): Hash {
  const { firstUrl, furtherUrl, perPage, posts, total } = run
  const pathOf = (wanted: number) => numbered(wanted === 1 ? firstUrl : furtherUrl, wanted, total)
  const previous = number > 1 ? number - 1 : null
  const next = number < total ? number + 1 : null
  return toHash({
    per_page: perPage,
    posts: null,
    total_posts: posts.length,
    total_pages: total,
    page: number,
    page_path: pagePath,
    previous_page: previous,
    previous_page_path: previous && pathOf(previous),
    next_page: next,
    next_page_path: next && pathOf(next),
    first_page: 1,
    first_page_path: pathOf(1),
    last_page: total,
    last_page_path: numbered(furtherUrl, total, total),
    page_trail: null,
  }).set('posts', posts.slice((number - 1) * perPage, number * perPage))
}

/** The pages around each, as many as asked for even at the ends. */
function addTrails(pages: readonly Page[], { options }: Run): void {
  const trail = options.get('trail')
  if (!isHash(trail) || pages.length < 2) return
  const before = Math.max(0, Number(trail.get('before') ?? 0))
  const after = Math.max(0, Number(trail.get('after') ?? 0))
  if (before + after === 0) return
  const length = before + after + 1
  for (const [at, { paginator: own }] of pages.entries()) {
    const first = Math.max(0, at - before)
    const end = Math.min(first + length, pages.length)
    const start = Math.max(0, end - length)
    own?.set(
      'page_trail',
      pages.slice(start, end).map(({ data, paginator: other }, index) =>
        toHash({
          num: start + index + 1,
          path: other?.get('page_path'),
          title: data.get('title'),
        }),
      ),
    )
  }
}

function numbered(text: string, number: number, total: number): string {
  return text.replace(':num', String(number)).replace(':max', String(total))
}

/** An address with the name of a file at its end. */
function whole(url: string, indexName: string, extension: string): string {
  if (url.endsWith('/')) return `${url}${indexName}${extension}`
  return url.includes('.') ? url : `${url}${indexName}`
}

function joined(left: string, right: string): string {
  return `${left.replace(/\/+$/, '')}/${right.replace(/^\/+/, '')}`
}
