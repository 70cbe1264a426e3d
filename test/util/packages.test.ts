import { mkdir, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { importTypeScript } from '../../src/util/packages.ts'
import { makeSite } from '../support/site.ts'

const FILES = {
  '_plugins/bell.ts': `import type { Stats } from 'node:fs'
import { loud } from './lib/loud.ts'
interface Bell { readonly name: string }
const bell: Bell & { stats?: Stats } = { name: loud('bell') }
export default bell
`,
  '_plugins/lib/loud.ts': 'export const loud = (text: string): string => `${text}!`\n',
}

test('a plugin in TypeScript is read where the site has jiti', async () => {
  const site = await makeSite(FILES)
  const file = join(site, '_plugins/bell.ts')
  expect(await importTypeScript(file, site)).toBeUndefined()
  await mkdir(join(site, 'node_modules'))
  await symlink(resolve('node_modules/jiti'), join(site, 'node_modules/jiti'))
  expect(await importTypeScript(file, site)).toMatchObject({ default: { name: 'bell!' } })
})
