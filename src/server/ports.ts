/**
 * Ports that are free.
 */

import { createServer } from 'node:net'

/** How many ports behind the wanted one are tried. */
const HOW_MANY = 50

/** `wanted`, or the first free one behind it; undefined where none is. */
export async function findFreePort(host: string, wanted: number): Promise<number | undefined> {
  for (let port = wanted; port <= Math.min(wanted + HOW_MANY, 65535); port++) {
    if (await isFree(host, port)) return port
  }
  return undefined
}

/** Whatever keeps us from asking but a taken port is told when we listen in earnest. */
function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve(!('code' in error && error.code === 'EADDRINUSE')))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}
