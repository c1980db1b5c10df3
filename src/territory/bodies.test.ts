import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localDate } from '#kernel'
import { expect, test } from 'vitest'
import {
  administrationOffice,
  authorisedBodyOffice,
  bodiesOn,
  governmentOffice,
  officeOfBody,
  readBodies,
} from './bodies.ts'
import type { OfficeId } from './office.ts'

const slugs = (on: string) => bodiesOn(localDate(on), 'minister').map(({ body }) => body)

test('bodies are made and merged on their day', () => {
  expect(slugs('2023-08-31')).toContain('industry-and-infrastructure')
  expect(slugs('2023-08-31')).not.toContain('transport')
  expect(slugs('2023-09-01')).toContain('transport')
  expect(slugs('2023-09-01')).not.toContain('industry-and-infrastructure')
})

test('the office of a body is found by its slug, with the name it has now', () => {
  expect(officeOfBody('digital' as OfficeId)).toMatchObject({
    post: 'minister',
    unit: null,
    body: 'digital',
    name: { en: 'Ministry of Artificial Intelligence and Digital Development' },
  })
  expect(officeOfBody('nobody' as OfficeId)).toBe(null)
})

test('the bodies that the law names by post are there, and those that it exempts', () => {
  for (const id of [governmentOffice, administrationOffice, authorisedBodyOffice])
    expect(officeOfBody(id)?.id).toBe(id)
  for (const exempt of ['defence', 'foreign-affairs', 'emergency-situations', 'internal-affairs', 'justice'])
    expect(officeOfBody(exempt as OfficeId)?.post).toBe('minister')
})

test.each([
  ['Health: { post: minister, versions: [] }', 'not a slug'],
  ['health: { post: king, versions: [] }', 'unknown post king'],
  ['health: { post: minister, versions: [{ from: 2023-02-30, kk: a, ru: b, en: c }] }', 'not a day'],
  ['health: { post: minister, versions: [{ from: null, kk: a, ru: b }] }', 'a name is missing'],
  [
    'health: { post: minister, versions: [{ from: null, kk: a, ru: b, en: c }, { from: 2023-01-01, kk: a, ru: b, en: c }] }',
    'two versions on a day',
  ],
])('a file with %s is refused: %s', (text, reason) => {
  const folder = mkdtempSync(join(tmpdir(), 'kezdesu-bodies-'))
  const path = join(folder, 'bodies.yaml')
  writeFileSync(path, text)
  expect(() => readBodies(path)).toThrow(reason)
  rmSync(folder, { recursive: true })
})
