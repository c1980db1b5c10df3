// `kezdesu law export`: which files come out, and a folder that cannot take them.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readActs } from '#law'
import { lawExport } from './law-export.ts'

const law = readActs(join(import.meta.dirname, '../../acts'))
const made = mkdtempSync(join(tmpdir(), 'export-'))
afterAll(() => rmSync(made, { recursive: true }))

test('each act in three languages, one file of obligations, one schema', () => {
  const said: string[] = []
  for (const format of ['akn', 'jsonld', 'schema'] as const)
    expect(lawExport(law, format, join(made, format), (line) => said.push(line))).toBe(0)
  expect(said).toEqual([
    `${law.acts.length * 3} files in ${join(made, 'akn')}`,
    `1 file in ${join(made, 'jsonld')}`,
    `1 file in ${join(made, 'schema')}`,
  ])
  expect(readdirSync(join(made, 'akn'))).toContain('a826.kk.xml')
  expect(readFileSync(join(made, 'akn/a826.kk.xml'), 'utf8')).toContain('kaz@2024-01-01')
  const schema = JSON.parse(readFileSync(join(made, 'schema/facts.schema.json'), 'utf8')) as {
    $schema: string
  }
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
})

test('a file where the folder should be is said', () => {
  writeFileSync(join(made, 'taken'), '')
  const said: string[] = []
  expect(lawExport(law, 'schema', join(made, 'taken'), (line) => said.push(line))).toBe(1)
  expect(said[0]).toMatch(/taken: /)
})
