import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { LocalDate } from '#kernel'
import { type MeetingKind, componentsOf, noticeDays, readActs } from './index.ts'

const law = readActs(join(import.meta.dirname, '../../acts'))
const village: MeetingKind = { post: 'rural-okrug-akim', unit: 'populated-place', inCalendar: true }
const on = (kind: MeetingKind, day: string) => componentsOf(law, kind, day as LocalDate)
const norms = (kind: MeetingKind, day: string) => on(kind, day).map(({ norm }) => norm as string)

test('guests, channels and shares of a meeting of an akim come from the provisions', () => {
  const asked = on(village, '2026-12-10')
  const guests = asked.filter(({ facts }) => facts.includes('guests-present'))
  expect(new Set(guests.flatMap(({ words }) => words!.of))).toEqual(
    new Set(['maslikhat-deputies', 'parties', 'public-organisations', 'opposition']),
  )
  expect(asked.find(({ share }) => share?.most)?.share).toEqual({
    most: true,
    part: 1,
    of: 4,
    leaveOut: ['greeting'],
  })
  const channels = asked.filter(({ facts }) => facts.includes('outreach')).flatMap((one) => one.channels)
  expect(channels).toContain('egov-portal')
  expect(norms(village, '2026-12-10')).toContain('A826-3.4.d.2')
  expect(norms(village, '2026-12-10')).not.toContain('A826-3.4.d.1')
})

test('what is asked depends on the day, the post and what the meeting is', () => {
  expect(norms(village, '2021-12-10').filter((norm) => norm.startsWith('A826'))).toEqual([])
  expect(norms(village, '2026-12-10').filter((norm) => norm.startsWith('A615'))).toEqual([])
  expect(norms(village, '2026-12-10')).not.toContain('A826-3.2.c')
  expect(norms({ ...village, videoconference: true }, '2026-12-10')).toContain('A826-3.2.c')
  const minister = norms({ post: 'minister', unit: 'oblast', inCalendar: true }, '2026-12-10')
  expect(minister).toContain('G24-1.2.a')
  expect(minister.filter((norm) => norm.startsWith('A826'))).toEqual([])
})

test('under the other reading of AMB-05 the place decides on the days of notice, not the post', () => {
  const byPlace = law.reread({ 'AMB-05': 'level-of-the-place' })
  const day = '2026-12-10' as LocalDate
  expect(noticeDays(law, 'district-akim', day, 'rural-okrug')?.days).toBe(14)
  expect(noticeDays(byPlace, 'district-akim', day, 'rural-okrug')?.days).toBe(7)
  expect(noticeDays(byPlace, 'rural-okrug-akim', day, 'district')?.days).toBe(14)
})
