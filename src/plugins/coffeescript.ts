/**
 * jekyll-coffeescript: `.coffee` with front matter becomes JavaScript, by the
 * package `coffeescript` that is installed for the site.
 */

import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type ConvertContext, type Plugin, SiteError } from '../plugin.ts'

const coffeescript: Plugin = {
  name: 'jekyll-coffeescript',
  isPure: true,
  converters: [
    {
      name: 'coffeescript',
      priority: 'low',
      matches: (extension) => extension === '.coffee',
      outputExtension: () => '.js',
      convert: (text, context) => compile(text, context),
    },
  ],
}

export default coffeescript

/** What is needed of the package. */
interface Compiler {
  compile(text: string): string
}

function compile(text: string, context: ConvertContext): string {
  const { line, path } = context
  try {
    return findCompiler(context).compile(text)
  } catch (error) {
    if (error instanceof SiteError || !(error instanceof Error)) throw error
    const row = rowOf(error)
    const place = { file: path, ...(row === undefined ? {} : { line: line + row }) }
    throw new SiteError(error.message, { topic: 'Conversion error:', place, cause: error })
  }
}

function findCompiler({ config, path }: ConvertContext): Compiler {
  const require = createRequire(join(config.source, 'package.json'))
  try {
    return require('coffeescript') as Compiler // its one function that is needed
  } catch (cause) {
    throw new SiteError('CoffeeScript is not installed.', {
      place: { file: path },
      hint: 'Run: npm install --save-dev coffeescript@2',
      cause,
    })
  }
}

function rowOf(error: Error): number | undefined {
  const location = 'location' in error ? error.location : undefined
  if (typeof location !== 'object' || location === null || !('first_line' in location))
    return undefined
  return Number(location.first_line)
}
