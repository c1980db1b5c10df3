import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Instant } from '#kernel'
import { type Demonstration, demonstrationAt } from '../../test/demonstration.ts'
import { intake } from '../../test/intake.ts'
import { apiApp } from './api.ts'
import { meeting } from './schemas.ts'

let house: Demonstration
let ask: (path: string) => Promise<{ status: number; body: unknown }>
beforeAll(async () => {
  house = await demonstrationAt('2026-11-23T05:00:00.000Z')
  const api = apiApp({
    storage: house.storage,
    books: house.books,
    intake,
    clock: () => '2026-11-23T05:00:00.000Z' as Instant,
    report: (fault) => {
      throw fault
    },
  })
  ask = async (path) => {
    const response = await api.request(path)
    return { status: response.status, body: await response.json() }
  }
})
afterAll(() => house?.close())

const idsWhere = async (where: string): Promise<string[]> =>
  (await house.owner.query(`select id from current_meetings where ${where} order by day limit 1`)).rows.map(
    ({ id }) => id,
  )

test('a meeting is given as the document says: announced, moved, cancelled, or known from the calendar alone', async () => {
  const ids: string[] = []
  for (const where of [
    `id in (select meeting from meeting_notices) and earlier = '[]'`,
    `earlier <> '[]'`,
    'cancelled is not null',
    'own_number is null',
  ])
    ids.push(...(await idsWhere(where)))
  const answers = await Promise.all(ids.map((id) => ask(`/v1/meetings/${id}`)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  const [announced, moved, cancelled, known] = answers.map(({ body }) => meeting.strict().parse(body))
  expect([announced!.notices.length, announced!.status, announced!.record]).toEqual([
    1,
    'planned',
    announced!.id,
  ])
  expect([moved!.earlier_dates.length, moved!.record]).toEqual([1, `${moved!.id}.2`])
  expect([cancelled!.status, cancelled!.cancelled!.reason.ru]).toEqual([
    'cancelled',
    'На этой неделе аким руководит штабом по чрезвычайной ситуации.',
  ])
  expect([known!.notices, known!.number, known!.in_calendar]).toEqual([[], null, true])
})
