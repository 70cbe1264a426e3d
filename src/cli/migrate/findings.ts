/**
 * What a Jekyll site's own files say about building it here: what works as it
 * is, and what needs a change.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Config } from '../../config/config.ts'
import { readPluginGroup } from '../../config/gemfile.ts'
import { builtIn, firstParty } from '../../plugins/index.ts'
import { knownGems } from '../../plugins/known-gems.ts'

export interface Finding {
  readonly kind: 'works' | 'change'
  readonly what: string
  /** The exact change; absent for what works. */
  readonly how?: string
}

export function findAll(config: Config): Finding[] {
  return [
    ...pluginFindings(config),
    ...scriptFindings(config),
    ...themeFindings(config),
    ...settingFindings(config),
    ...workflowFindings(config),
  ]
}

const PAGES = 'github-pages turns on the settings and plugins of GitHub, and keeps _plugins off'

function pluginFindings({ plugins, source, data }: Config): Finding[] {
  const old = data.get('gems')
  const names = new Set([...plugins, ...readPluginGroup(source), ...texts(old)])
  const found = [...names].map((name): Finding => {
    if (name === 'github-pages') return works(PAGES)
    if (firstParty.has(name) || builtIn.has(name)) return works(`${name} is built in`)
    const missing = knownGems.get(name)
    return change(
      `${name} is not part of newcomen`,
      missing === undefined
        ? `Remove ${name}, or write what it does as a plugin in _plugins/.`
        : `Remove ${name}: the site is built without ${missing}.`,
    )
  })
  if (old === undefined) return found
  return [
    ...found,
    change('_config.yml lists plugins under `gems:`', 'Rename `gems:` to `plugins:`.'),
  ]
}

function scriptFindings({ pluginsDirs, source }: Config): Finding[] {
  return pluginsDirs
    .flatMap((folder) => filesBelow(join(source, folder)))
    .map((file) => relative(source, file).split(sep).join('/'))
    .filter((path) => path.endsWith('.rb'))
    .map((path) =>
      change(
        `${path} is Ruby`,
        `Write it anew as ${path.replace(/\.rb$/, '.mjs')}; see the manual, Plugins.`,
      ),
    )
}

function themeFindings({ remoteTheme, theme }: Config): Finding[] {
  const name = remoteTheme ?? theme
  if (name === undefined) return []
  return [works(`the theme ${name} is found or fetched without Ruby (newcomen theme path)`)]
}

function settingFindings({ data, markdown }: Config): Finding[] {
  const findings: Finding[] = []
  if (!/^(?:kramdown|commonmark\w*)$/i.test(markdown)) {
    findings.push(change(`\`markdown: ${markdown}\``, 'Write `markdown: kramdown` in _config.yml.'))
  }
  if (data.get('highlighter') === 'pygments') {
    findings.push(
      change('`highlighter: pygments`', 'Write `highlighter: rouge`: the classes are the same.'),
    )
  }
  return findings
}

/** Files by which other places build the site with Ruby. */
function workflowFindings({ source }: Config): Finding[] {
  const workflows = filesBelow(join(source, '.github', 'workflows'))
  const others = [
    '.travis.yml',
    '.gitlab-ci.yml',
    '.circleci/config.yml',
    'netlify.toml',
    'Dockerfile',
  ]
  return [...workflows, ...others.map((path) => join(source, path))]
    .filter((file) => /jekyll|bundle (?:exec|install)|setup-ruby/.test(readText(file)))
    .map((file) => relative(source, file).split(sep).join('/'))
    .map((path) =>
      change(
        `${path} builds with Ruby`,
        'Install Node, then run `npm ci` and `npx build` in place of `bundle exec jekyll build`.',
      ),
    )
}

function works(what: string): Finding {
  return { kind: 'works', what }
}

function change(what: string, how: string): Finding {
  return { kind: 'change', what, how }
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

export function readText(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
