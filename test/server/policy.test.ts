import { expect, test } from 'vitest'
import { admitOurs, findHindrance } from '../../src/server/policy.ts'

const OURS = { script: 'http://h/live.js', socket: 'ws://h/socket', nonce: 'n' }

test.each([
  ['', ''],
  ["img-src 'self'", "img-src 'self'"],
  ["script-src 'self'", "script-src 'self' http://h/live.js"],
  ["SCRIPT-SRC 'None';", 'script-src http://h/live.js'],
  [
    "script-src a; script-src-elem b; connect-src 'none'",
    'script-src a; script-src-elem b http://h/live.js; connect-src ws://h/socket',
  ],
  [
    "default-src 'none'",
    "default-src 'none'; script-src http://h/live.js; connect-src ws://h/socket",
  ],
  [
    "default-src 'self'; connect-src https://api.example",
    "default-src 'self'; connect-src https://api.example ws://h/socket; script-src 'self' http://h/live.js",
  ],
  [
    "script-src 'strict-dynamic' 'nonce-a' https:",
    "script-src 'strict-dynamic' 'nonce-a' https: 'nonce-n'",
  ],
  [
    "script-src 'self', default-src 'self'",
    "script-src 'self' http://h/live.js, " +
      "default-src 'self'; script-src 'self' http://h/live.js; connect-src 'self' ws://h/socket",
  ],
])('the policy «%s» becomes «%s»', (policy, expected) => {
  expect(admitOurs('Content-Security-Policy', policy, OURS)).toBe(expected)
})

test('a policy that only reports does not report us; other headers are left alone', () => {
  expect(admitOurs('Content-Security-Policy-Report-Only', "script-src 'self'", OURS)).toBe(
    "script-src 'self' http://h/live.js",
  )
  expect(admitOurs('X-Note', "script-src  'self'", OURS)).toBe("script-src  'self'")
})

test.each([
  ["default-src 'none'", undefined],
  ['sandbox allow-scripts allow-same-origin allow-forms', undefined],
  ['sandbox', 'allow-scripts allow-same-origin'],
  ["default-src 'self', sandbox allow-scripts", 'allow-same-origin'],
])('of the policy «%s» what is missing is said: %s', (policy, missing) => {
  expect(findHindrance(new Map([['Content-Security-Policy', policy]]))).toBe(
    missing &&
      "Open pages will not reload: webrick.headers has a Content-Security-Policy with 'sandbox'.\n" +
        `Add '${missing}' behind 'sandbox', or use --no-livereload.`,
  )
})
