/**
 * The package liquidjs, through `require`: to `import` a CommonJS package, Node
 * first reads all of it for the names it exports, which takes longer than
 * running it.
 */

import { loadPackage } from '../util/packages.ts'

type LiquidJsPackage = typeof import('liquidjs')

export const liquidjs: LiquidJsPackage = loadPackage('liquidjs') as LiquidJsPackage
