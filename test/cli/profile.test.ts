import { expect, test } from 'vitest'
import { formatPhases, formatTemplates } from '../../src/cli/profile.ts'

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

test('templates are a table, the slowest first, with their sum', () => {
  const table = formatTemplates(
    new Map([
      ['index.html', { count: 1, bytes: 1024, seconds: 0.25 }],
      ['_includes/head.html', { count: 12, bytes: 100, seconds: 0.5 }],
    ]),
  )
  expect(table).toBe(`Site Render Stats:

| Filename            | Count | Bytes |  Time |
+---------------------+-------+-------+-------+
| _includes/head.html |    12 | 0.10K | 0.500 |
| index.html          |     1 | 1.00K | 0.250 |
| TOTAL (for 2 files) |    13 | 1.10K | 0.750 |`)
})
