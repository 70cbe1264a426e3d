import { expect, test } from 'vitest'
import { formatPhases } from '../../src/cli/profile.ts'

test('the phases of a build are a table with their sum', () => {
  expect(
    formatPhases([
      ['read', 0.0123],
      ['render', 1.5],
    ]),
  ).toBe(`Build Process Summary:

| PHASE      |   TIME |
+------------+--------+
| READ       | 0.0123 |
| RENDER     | 1.5000 |
| TOTAL TIME | 1.5123 |`)
})
