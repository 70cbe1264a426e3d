#!/usr/bin/env node
/** The door `build …`, which is `newcomen build …`. */

import { runAsProcess } from './process.ts'

await runAsProcess(['build', ...process.argv.slice(2)])
