#!/usr/bin/env node
/** `newcomen COMMAND …` */

import { runAsProcess } from './process.ts'

await runAsProcess(process.argv.slice(2))
