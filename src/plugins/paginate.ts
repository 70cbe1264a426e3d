/**
 * jekyll-paginate: the newest posts on `index.html`, older ones on further pages.
 *
 * The template is the page named `index.html` in the folder of `paginate_path`
 * or the nearest above it. Each further page is that template again, read from
 * the folder of the template's URL: so a template with a `permalink` of its own
 * gives empty further pages, as it does in Jekyll.
 */

import {
  type Document,
  type GeneratorContext,
  type Hash,
  isTruthy,
  type Page,
  type Plugin,
  posts,
  type Site,
  SiteError,
} from '../plugin.ts'

const paginate: Plugin = {
  name: 'jekyll-paginate',
  isPure: true,
  generators: [{ name: 'jekyll-paginate', priority: 'lowest', generate: addPages }],
}

export default paginate

function addPages(site: Site, context: GeneratorContext): void {
  const perPage = pageSize(site)
  if (perPage === undefined) return

  const template = findTemplate(site)
  if (!template) {
    context.log.warn(
      'Pagination:',
      "Pagination is enabled, but I couldn't find an index.html page to use as the pagination " +
        'template. Skipping pagination.',
    )
    return
  }

  const listed = posts(site).filter(({ data }) => !isTruthy(data.get('hidden')))
  const newest = [...listed].reverse()
  const total = Math.ceil(newest.length / perPage)
  const pathOf = (number: number) => pagePath(site, number, template)
  for (let number = 1; number <= total; number++) {
    const page: Page =
      number === 1 ? template : furtherPage(site, template, pathOf(number), context)
    page.paginator = paginator({ newest, number, perPage, total, pathOf })
    if (page !== template) site.pages.push(page)
  }
}

function pageSize({ config }: Site): number | undefined {
  const perPage = config.paginate
  if (perPage === undefined || perPage < 0) return undefined
  if (perPage > 0) return perPage
  throw new SiteError("'paginate' should be a number above 0.", {
    ...(config.configFiles[0] === undefined ? {} : { place: { file: config.configFiles[0] } }),
  })
}

/** Of several candidates the one deepest in the folders of `paginate_path`. */
function findTemplate(site: Site): Page | undefined {
  const folders = foldersAbove(site.config.paginatePath)
  return site.pages
    .filter(({ name, path }) => name === 'index.html' && folders.includes(folderOf(path)))
    .sort((a, b) => b.path.length - a.path.length)[0]
}

/** `/blog/page:num/` lies in `blog` and in the source itself, which is ''. */
function foldersAbove(paginatePath: string): string[] {
  const steps = paginatePath.split('/').filter((step) => step !== '')
  return steps.map((_, index) => steps.slice(0, index).join('/'))
}

function furtherPage(
  site: Site,
  template: Page,
  path: string,
  { virtualPage }: GeneratorContext,
): Page {
  const file = `${template.dir}/${template.name}`.split('/').filter(Boolean).join('/')
  const read = site.pages.find((page) => page.path === file)
  const folder = path.split('/').filter(Boolean).join('/')
  const data: Hash = new Map(read?.data)
  const page = virtualPage(`${folder}/index.html`, read?.body ?? '', data)
  return { ...page, shownPath: file, bodyLine: read?.bodyLine ?? 1 }
}

interface Position {
  readonly newest: readonly Document[]
  readonly number: number
  readonly perPage: number
  readonly total: number
  pathOf(number: number): string
}

function paginator({ newest, number, perPage, total, pathOf }: Position): Hash {
  const previous = number > 1 ? number - 1 : null
  const next = number < total ? number + 1 : null
  return new Map<string, unknown>([
    ['page', number],
    ['per_page', perPage],
    ['posts', newest.slice((number - 1) * perPage, number * perPage)],
    ['total_posts', newest.length],
    ['total_pages', total],
    ['previous_page', previous],
    ['previous_page_path', previous && pathOf(previous)],
    ['next_page', next],
    ['next_page_path', next && pathOf(next)],
  ])
}

/** As templates see it: with a slash in front and without `baseurl`. */
function pagePath({ config }: Site, number: number, template: Page): string {
  if (number === 1) return template.url
  const path = config.paginatePath.replace(':num', String(number))
  return path.startsWith('/') ? path : `/${path}`
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}
