import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Everything is honest and quick, save what lies in test/long: `npm run test:long` runs that alone.
const long = process.env['KEZDESU_LONG'] === '1'

/** Files that take a minute, and then all stories and promises: begun last, one of them would run alone at the end. */
const longest = [
  'p1-kill',
  'assemble',
  'p9-matrix',
  'schedule',
  'first-light',
  'p10-walls',
  'demand.test',
  'planning',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const known = longest.findIndex((name) => moduleId.includes(`/test/`) && moduleId.includes(`/${name}`))
      return known >= 0 ? known : moduleId.includes('/test/') ? longest.length : longest.length + 1
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

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
    sequence: { sequencer: LongestFirst },
  },
})
