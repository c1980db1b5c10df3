// A published calendar as JSON, for people who compute with it.
import type { Release } from './calendar.ts'

/** The release as open data: snake_case like the facts of the law, names in both state languages. */
export const calendarJson = (release: Release) => ({
  region: release.content.region,
  year: release.content.year,
  release: release.number,
  published_at: release.publishedAt,
  sha256: release.hash,
  meetings: release.content.meetings.map((meeting) => ({
    id: meeting.id,
    office: { id: meeting.office, name: meeting.officeName },
    place: { code: meeting.unit, name: meeting.unitName },
    day: meeting.day,
    start: meeting.start,
    planned_minutes: meeting.plannedMinutes,
    form: meeting.form,
  })),
})
