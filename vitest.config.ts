import { defineConfig } from 'vitest/config'

// Everything is honest and quick, save what lies in test/long: `npm run test:long` runs that alone.
const long = process.env['KEZDESU_LONG'] === '1'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: long
      ? ['test/long/**/*.test.ts', 'test/journeys/foreign-clients.test.ts']
      : ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts', 'bench/*.test.ts'],
    exclude: ['node_modules/**', ...(long ? [] : ['test/long/**'])],
    globalSetup: ['test/database.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
  },
})
