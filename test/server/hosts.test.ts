import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { addressesBehind, isHostAllowed, isSameOrigin } from '../../src/server/hosts.ts'

function requestWith(headers: Record<string, string>): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { headers })
}

test.each([
  ['localhost', true],
  ['localhost:4000', true],
  ['LOCALHOST:4000', true],
  ['blog.localhost:4000', true],
  ['127.0.0.1:4000', true],
  ['127.1.2.3', true],
  ['[::1]:4000', true],
  ['example.com', false],
  ['127.0.0.1.example.com:4000', false],
  ['localhost.example.com', false],
  ['192.168.0.2:4000', false],
  ['localhost@example.com', false],
  ['', false],
])('on a loopback address, a request for %j is allowed: %s', (host, allowed) => {
  expect(isHostAllowed(requestWith({ host }), '127.0.0.1')).toBe(allowed)
})

test('whoever listens to the network answers to every name', () => {
  expect(isHostAllowed(requestWith({ host: 'blog.example.com' }), '0.0.0.0')).toBe(true)
})

test.each([
  ['http://localhost:4000', true],
  ['http://localhost:4001', false],
  ['https://localhost:4000', false],
  ['http://example.com', false],
  ['null', false],
])('the socket of localhost:4000 hears a page of %s: %s', (origin, allowed) => {
  expect(isSameOrigin(requestWith({ host: 'localhost:4000', origin }), false)).toBe(allowed)
})

test('a request that names no origin is of no page', () => {
  expect(isSameOrigin(requestWith({ host: 'localhost:4000' }), false)).toBe(false)
})

test('every address of this machine is at least its own', () => {
  expect(addressesBehind('0.0.0.0')[0]).toBe('127.0.0.1')
  expect(addressesBehind('::')[0]).toBe('127.0.0.1')
  expect(addressesBehind('127.0.0.1')).toEqual([])
})
