/**
 * `exclude:` in the text of a configuration, so that npm's files stay out of the
 * site. Everything else in the text stays as it is, comments included.
 */

import { isHash } from '../../util/values.ts'
import { parseYaml } from '../../util/yaml.ts'

const FILES = ['package.json', 'package-lock.json']

/** Those that are not excluded yet. */
export function filesToExclude(config: string): string[] {
  const data = parseYaml(config, { file: '_config.yml' })
  const listed = isHash(data) ? data.get('exclude') : undefined
  const names = Array.isArray(listed) ? listed.map((name) => String(name).replace(/^\//, '')) : []
  return FILES.filter((name) => !names.includes(name))
}

/** Undefined where the list is written in a way that should be changed by hand. */
export function withExcluded(config: string, names: readonly string[]): string | undefined {
  const key = /^exclude:[ \t]*(.*)$/m.exec(config)
  if (!key) {
    const gap = config === '' || config.endsWith('\n') ? '' : '\n'
    return `${config}${gap}exclude:\n${names.map((name) => `  - ${name}\n`).join('')}`
  }
  const [line, value = ''] = key
  const end = key.index + line.length
  if (/^\[[^\]#]*\][ \t]*$/.test(value)) {
    const bracket = config.lastIndexOf(']', end)
    const isEmpty = /^\[[ \t]*\]/.test(value)
    return `${config.slice(0, bracket)}${isEmpty ? '' : ', '}${names.join(', ')}${config.slice(bracket)}`
  }
  const item = /^\r?\n([ \t]*)- /.exec(config.slice(end))
  if (!/^(?:#.*)?$/.test(value) || !item) return undefined
  const added = names.map((name) => `\n${item[1]}- ${name}`).join('')
  return `${config.slice(0, end)}${added}${config.slice(end)}`
}
