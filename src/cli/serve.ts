#!/usr/bin/env node
/** The door `serve …`, which is `newcomen serve …`. */

import { runAsProcess } from './process.ts'

await runAsProcess(['serve', ...process.argv.slice(2)])
