import { expect, test } from 'vitest'
import { chooseVersion, compareVersions, satisfies } from '../../src/themes/versions.ts'

test.each([
  ['1.0', '1.0.0', 0],
  ['2.10', '2.9', 1],
  ['1.0.0.rc1', '1.0.0', -1],
  ['1.0.a', '1.0.b', -1],
  ['1.0.a', '1.0.1', -1],
])('%s compared with %s', (a, b, order) => {
  expect(Math.sign(compareVersions(a, b))).toBe(order)
})

test.each([
  ['2.5.1', '~> 2.5', true],
  ['2.9', '~> 2.5', true],
  ['3.0', '~> 2.5', false],
  ['3.0.rc1', '~> 2.5', false],
  ['2.6.0', '~> 2.5.1', false],
  ['2.5.9', '~> 2.5.1', true],
  ['2.5', '2.5.0', true],
  ['2.5.1', '!= 2.5.1', false],
  ['4.9', '< 5.0', true],
  ['3.4', '>= 3.5', false],
])('%s meets %s: %s', (version, requirement, answer) => {
  expect(satisfies(version, [requirement])).toBe(answer)
})

test('the newest is chosen, and a preview only where there is nothing else', () => {
  const all = ['2.5.1', '2.10.0', '3.0.rc1', '2.9.0'].map((version) => ({ version }))
  expect(chooseVersion(all, [])?.version).toBe('2.10.0')
  expect(chooseVersion(all, ['< 2.10'])?.version).toBe('2.9.0')
  expect(chooseVersion(all, ['>= 3.0.a'])?.version).toBe('3.0.rc1')
  expect(chooseVersion(all, ['> 4'])).toBeUndefined()
})
