/**
 * What a run lacks of what its step asks for.
 */

import { unifiedDiff } from '../diff.mjs'

export function faultsOf(step, got) {
  return [...streamFaults(step, got), ...exitFaults(step, got), ...fileFaults(step, got)]
}

function streamFaults(step, got) {
  return ['stderr', 'stdout'].flatMap((name) => {
    const lacking = (step[`${name}_contains`] ?? []).filter((part) => !got[name].includes(part))
    const holding = (step[`${name}_lacks`] ?? []).filter((part) => got[name].includes(part))
    return [
      ...lacking.map((part) => `${name} lacks ${JSON.stringify(part)}; it is:\n${got[name]}`),
      ...holding.map((part) => `${name} holds ${JSON.stringify(part)}; it is:\n${got[name]}`),
    ]
  })
}

function exitFaults(step, got) {
  if (!('exit' in step) || step.exit === got.exit) return []
  return [`exit ${got.exit}, not ${step.exit}; the error stream is:\n${got.stderr}`]
}

function fileFaults(step, got) {
  const texts = 'expected' in step ? pathFaults(step.expected, got.expected) : []
  return [...texts, ...pathFaults(step.expected_b64 ?? {}, got.expected_b64)]
}

function pathFaults(expected, got) {
  const missing = Object.keys(expected).filter((path) => !(path in got))
  const unexpected = Object.keys(got).filter((path) => !(path in expected))
  const both = Object.keys(expected).filter((path) => path in got && expected[path] !== got[path])
  return [
    ...missing.map((path) => `missing file ${path}`),
    ...unexpected.map((path) => `unexpected file ${path}\n${got[path]}`),
    ...both.map((path) => unifiedDiff(expected[path], got[path], path)),
  ]
}
