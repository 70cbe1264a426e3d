/**
 * jekyll-github-metadata: `site.github`, as far as the name of the repository
 * tells, and the tag `github_edit_link`. Nothing is asked of GitHub, so what only
 * GitHub knows is absent, as it is for the gem without a network.
 *
 * The repository is `PAGES_REPO_NWO`, `repository:` of the configuration, or the
 * git remote named origin.
 */

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  type Config,
  type Hash,
  isHash,
  isTruthy,
  type Plugin,
  type TagContext,
  toHash,
} from '../plugin.ts'

const githubMetadata: Plugin = {
  name: 'jekyll-github-metadata',
  isPure: true,
  hooks: { site: { after_init: addMetadata } },
  tags: {
    github_edit_link: {
      parse(markup) {
        const [, double, single] = /"(.*)"|'(.*)'/.exec(markup) ?? []
        return (context) => editLink(context, double ?? single)
      },
    },
  },
}

export default githubMetadata

function addMetadata(config: Config): void {
  const { data } = config
  const repository = findRepository(config)
  const written = data.get('github')
  if (written === undefined || written === null) data.set('github', metadata(repository, config))
  else if (isHash(written)) {
    data.set('github', new Map([...metadata(repository, config), ...written]))
  }
  if (repository) fillIn(config, repository)
}

interface Repository {
  readonly owner: string
  readonly name: string
  readonly isUserPage: boolean
}

function findRepository({ data, environment, source }: Config): Repository | undefined {
  const written = data.get('repository')
  const named = process.env.PAGES_REPO_NWO || (typeof written === 'string' ? written : undefined)
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(named ?? '') ?? remoteOf(source) ?? []
  if (owner === undefined || name === undefined) return undefined
  return {
    owner,
    name,
    isUserPage: userPages(owner, hostsOf(environment)).includes(name.toLowerCase()),
  }
}

/** Repositories whose pages stand for their owner. While developing hardly any is told by its name. */
function userPages(owner: string, { environment, github, pages }: Hosts): string[] {
  const names =
    environment === 'enterprise'
      ? [`${owner}.${github}`]
      : [`${owner}.${pages}`, `${owner}.github.com`]
  return names.map((name) => name.toLowerCase())
}

/** Where GitHub is; another one, of an enterprise, is told by the environment. */
interface Hosts {
  readonly environment: string
  readonly github: string
  readonly pages: string
  /** With its scheme. */
  readonly githubUrl: string
  readonly api: string
  readonly help: string
}

function hostsOf(jekyllEnvironment: string): Hosts {
  const environment = variable('PAGES_ENV') ?? jekyllEnvironment
  const github = variable('PAGES_GITHUB_HOSTNAME', 'GITHUB_HOSTNAME') ?? 'github.com'
  const usual = environment === 'development' ? 'localhost:4000' : 'github.io'
  const isUsual = environment === 'dotcom' || github === 'github.com'
  return {
    environment,
    github,
    pages: variable('PAGES_PAGES_HOSTNAME', 'PAGES_HOSTNAME') ?? usual,
    githubUrl: isUsual ? 'https://github.com' : `${scheme(environment)}://${github}`,
    api: variable('PAGES_API_URL', 'API_URL') ?? 'https://api.github.com',
    help: variable('PAGES_HELP_URL', 'HELP_URL') ?? 'https://help.github.com',
  }
}

function scheme(environment: string): string {
  return variable('SSL') === 'true' || environment === 'test' ? 'https' : 'http'
}

/** The first that is set and not empty, without a slash at its end. */
function variable(...names: readonly string[]): string | undefined {
  const value = names.map((name) => process.env[name]).find((each) => each)
  return value?.replace(/\/$/, '')
}

function remoteOf(source: string): RegExpExecArray | undefined {
  const git = readAbove(source, join('.git', 'config'))
  const origin = /\[remote "origin"\][^[]*?\n\s*url\s*=\s*(\S+)/.exec(git?.text ?? '')?.[1] ?? ''
  return /github\.com[:/]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(origin) ?? undefined
}

/** A file in the folder or the nearest above it. */
function readAbove(folder: string, name: string): { text: string; folder: string } | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const text = readText(join(at, name))
    if (text !== undefined) return { text, folder: at }
    if (dirname(at) === at) return undefined
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined // no repository here
  }
}

function metadata(repository: Repository | undefined, config: Config): Hash {
  const hosts = hostsOf(config.environment)
  return toHash({
    environment: hosts.environment,
    pages_env: hosts.environment,
    hostname: hosts.github,
    pages_hostname: hosts.pages,
    api_url: hosts.api,
    help_url: hosts.help,
    versions: {},
    build_revision: process.env.JEKYLL_BUILD_REVISION || revisionOf(config.source),
    ...(repository && ofRepository(repository, hosts)),
  })
}

function ofRepository(repository: Repository, hosts: Hosts) {
  const { isUserPage, name, owner } = repository
  const branch = isUserPage ? 'master' : 'gh-pages'
  const ownerUrl = `${hosts.githubUrl}/${owner}`
  const url = `${ownerUrl}/${name}`
  const { origin, path } = addressOf(repository, hosts)
  return {
    project_title: name,
    owner: Object.fromEntries(OWNER_KEYS.map((key) => [key, null])),
    owner_name: owner,
    owner_url: ownerUrl,
    owner_gravatar_url: `${ownerUrl}.png`,
    repository_url: url,
    repository_nwo: `${owner}/${name}`,
    repository_name: name,
    zip_url: `${url}/zipball/${branch}`,
    tar_url: `${url}/tarball/${branch}`,
    clone_url: `${url}.git`,
    releases_url: `${url}/releases`,
    is_user_page: isUserPage,
    is_project_page: !isUserPage,
    url: `${origin}${path}`,
    baseurl: path,
    source: { branch, path: '/' },
    // Nobody was asked.
    contributors: false,
    releases: false,
    latest_release: false,
    public_repositories: false,
  }
}

/** What GitHub would tell of an owner: all there, and all unknown. */
const OWNER_KEYS: readonly string[] = [
  ...['avatar_url', 'bio', 'blog', 'collaborators', 'company', 'created_at', 'description'],
  ...['email', 'followers', 'following', 'has_organization_projects'],
  ...['has_repository_projects', 'hireable', 'html_url', 'id', 'is_verified', 'location'],
  ...['login', 'name', 'node_id', 'public_gists', 'public_repos', 'type', 'updated_at'],
]

/**
 * While developing the gem has an address of its own, and an enterprise has one of
 * this kind too; otherwise it is what GitHub would say.
 */
function addressOf({ isUserPage, name, owner }: Repository, hosts: Hosts) {
  const { environment, githubUrl, pages } = hosts
  const path = `/${isUserPage ? owner : `${owner}/${name}`}`
  if (environment !== 'development' && environment !== 'enterprise') {
    return { origin: `https://${owner.toLowerCase()}.${pages}`, path: isUserPage ? '' : `/${name}` }
  }
  if (variable('SUBDOMAIN_ISOLATION') === 'true') {
    return { origin: `${scheme(environment)}://${pages}`, path }
  }
  return { origin: githubUrl, path: `/pages${path}` }
}

function revisionOf(source: string): string {
  const head = readAbove(source, join('.git', 'HEAD'))
  const ref = /^ref: (\S+)/.exec(head?.text ?? '')?.[1]
  if (!head || ref === undefined) return head?.text.trim() ?? ''
  const git = join(head.folder, '.git')
  const loose = readText(join(git, ref))
  if (loose !== undefined) return loose.trim()
  const packed = readText(join(git, 'packed-refs'))?.split('\n') ?? []
  return packed.find((line) => line.endsWith(` ${ref}`))?.split(' ')[0] ?? ''
}

/** A title, and for a site that is published an address, where the configuration has none. */
function fillIn({ data, environment }: Config, repository: Repository): void {
  if (!isTruthy(data.get('title')) && !isTruthy(data.get('name'))) {
    data.set('title', repository.isUserPage ? repository.owner : repository.name)
  }
  if (environment !== 'production' && !variable('PAGE_BUILD_ID')) return
  const { origin, path } = addressOf(repository, hostsOf(environment))
  if (!isTruthy(data.get('url'))) data.set('url', origin)
  const baseurl = data.get('baseurl')
  if (baseurl === undefined || baseurl === null || baseurl === '/') data.set('baseurl', path)
}

function editLink({ config, get, item, log }: TagContext, text: string | undefined): string {
  const github = config.data.get('github')
  const value = (key: string) => (isHash(github) ? github.get(key) : undefined)
  const source = value('source')
  const repository = value('repository_url')
  if (!isTruthy(repository) || !isHash(source)) {
    log.warn('JekyllEditLink:', 'Cannot generate edit URLs due to missing site.github data')
    return text === undefined ? '' : `<a href="">${text}</a>`
  }
  const path = String(get('page.path') ?? item.path)
  const folder = String(source.get('path') ?? '').replace(/^\/|\/$/g, '')
  const parts = [repository, 'edit', source.get('branch'), folder, path.replace(/^\//, '')]
  const address = encodeURI(parts.filter((part) => part !== '').join('/'))
  return text === undefined ? address : `<a href="${address}">${text}</a>`
}
