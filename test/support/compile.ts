/** Once before the tests: several of them run what is compiled, at the same time. */

import { compiledFolder, packageFolder } from '../conformance/compiled.mjs'

export function setup(): void {
  compiledFolder()
  packageFolder()
}
