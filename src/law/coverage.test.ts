// Every norm found in the acts is encoded, or says why it is only declared.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { coverage, readActs } from './index.ts'

const dir = join(import.meta.dirname, '../../acts')
const law = readActs(dir)
const { KEZDESU_SHARED: shared } = process.env

test('all norms of the list are encoded; five are declared only, and nothing stands outside the list', () => {
  const found = coverage(law, dir)
  expect(found.filter(({ standing }) => standing === 'not-encoded' || standing === 'unlisted')).toEqual([])
  expect(found.filter(({ why }) => why).map(({ norm, standing }) => [norm, standing])).toEqual(
    ['A826-7', 'G91-1', 'A863-3.4', 'A863-6.4', 'A863-7'].map((norm) => [norm, 'declared']),
  )
  expect(found).toHaveLength(154)
  const judged = found.filter(({ norm }) => law.norms.has(norm))
  expect(judged.filter(({ examples }) => examples === 0)).toEqual([])
})

test.skipIf(!shared)('the list holds the norms of the norms table, no more and no fewer', () => {
  const table = readFileSync(join(shared!, 'law/norms.md'), 'utf8')
  const ids = [...table.matchAll(/^\| (?:\d+ \| )?([A-Z]\d+(?:E\d)?-[^ ]+) \|/gm)].map(([, id]) => id)
  expect(ids).toHaveLength(154)
  expect(
    coverage(law, dir)
      .map(({ norm }) => norm)
      .sort(),
  ).toEqual(ids.sort())
})

const made = mkdtempSync(join(tmpdir(), 'coverage-'))
afterAll(() => rmSync(made, { recursive: true }))

test('a norm that nobody encoded is named, and one that nobody listed', () => {
  cpSync(dir, made, { recursive: true })
  const list = readFileSync(join(made, 'norms.yaml'), 'utf8')
  writeFileSync(join(made, 'norms.yaml'), list.replace('A826-1.b', 'A826-1.bb'))
  const found = coverage(readActs(made), made)
  expect(found.filter(({ standing }) => standing !== 'encoded' && standing !== 'declared')).toMatchObject([
    { norm: 'A826-1.bb', standing: 'not-encoded' },
    { norm: 'A826-1.b', standing: 'unlisted' },
  ])
})
