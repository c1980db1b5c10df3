import { expect, test } from 'vitest'
import type { PublicMeeting } from '#flows'
import { localDate } from '#kernel'
import type { UnitCode } from '#territory'
import { houseWith } from '../../../test/web/house.ts'
import type { Here } from '../here.ts'
import { formats } from '../words/format.ts'
import { ru } from '../words/ru.ts'
import { eventOf, zonedTime } from './event-data.tsx'

const here = { language: 'ru', words: ru, format: formats.ru } as Here
const meeting = async (more: object): Promise<PublicMeeting> => {
  const [first] = await houseWith().storage.readPublic(({ readings }) =>
    readings.nextMeetings(localDate('2026-10-01'), 1),
  )
  const basic: object = { status: 'planned', form: 'visiting', earlier: [] }
  return { ...basic, ...first!, ...more }
}
const of = async (more: object) =>
  eventOf({ here, origin: 'https://k.example', meeting: await meeting(more) })

test('a moved meeting names the day it stood on before; a cancelled one is cancelled', async () => {
  const was = { day: localDate('2026-09-30'), start: '09:15' }
  expect(await of({ earlier: [was] })).toMatchObject({
    eventStatus: 'https://schema.org/EventRescheduled',
    previousStartDate: '2026-09-30T09:15:00+05:00',
  })
  expect(await of({ earlier: [was], status: 'cancelled' })).toMatchObject({
    eventStatus: 'https://schema.org/EventCancelled',
  })
})

test('where one takes part: in the hall, on the web, either', async () => {
  expect(await of({ form: 'online', earlier: [] })).toMatchObject({
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: { '@type': 'VirtualLocation' },
  })
  expect(await of({ form: 'hybrid', earlier: [] })).toMatchObject({
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    location: [{ '@type': 'Place' }, { '@type': 'VirtualLocation' }],
  })
})

test('a late meeting ends the next day; before March 2024 the east was an hour ahead', async () => {
  expect(
    await of({ start: '23:30', plannedMinutes: 60, day: localDate('2026-10-05'), earlier: [] }),
  ).toMatchObject({
    startDate: '2026-10-05T23:30:00+05:00',
    endDate: '2026-10-06T00:30:00+05:00',
  })
  expect(zonedTime(localDate('2024-02-01'), '10:00', '710000000' as UnitCode)).toBe(
    '2024-02-01T10:00:00+06:00',
  )
})
