// How the offices, places and meetings that an office's records point at are called.
import type { Duties, PublicReadings } from '#flows'
import type { OfficeId, UnitCode } from '#territory'
import type { Here } from '../here.ts'
import type { Names } from './fact-words.ts'

export async function recordNames(
  { language, words, format }: Here,
  readings: Pick<PublicReadings, 'office'>,
  { office, entries, units, world }: Duties,
): Promise<Names> {
  const offices = new Map<string, string>([[office.id, office.name[language]]])
  const pointed = entries.flatMap(({ payload }) => [payload['office'], payload['offices']].flat())
  for (const id of new Set(pointed)) {
    if (typeof id !== 'string' || offices.has(id)) continue
    const found = await readings.office(id as OfficeId)
    if (found) offices.set(id, found.name[language])
  }
  return {
    office: (id) => offices.get(id) ?? id,
    unit: (code) => units.get(code as UnitCode)?.name[language] ?? code,
    thing: (id) => {
      const meeting = world.meetings.get(id)
      return meeting ? words.why.meetingSubject(format.day(meeting.fact.day)) : null
    },
  }
}
