import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Where a tool wants the results as JSON, beside what is printed. */
const report = process.env.VITEST_JSON

export default defineConfig({
  resolve: {
    // What runs compiled files only, which the sources beside it are not.
    alias: ['load-language', 'sass-thread'].map((name) => ({
      find: new RegExp(`^\\./${name}\\.ts$`),
      replacement: fileURLToPath(new URL(`test/support/${name}.ts`, import.meta.url)),
    })),
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/compile.ts',
    // Times of day and file times must not depend on the machine.
    env: { TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
    // Vitest would leave a core to itself, and is idle while the tests run.
    maxWorkers: '100%',
    testTimeout: 30_000,
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
})
