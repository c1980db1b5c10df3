// A meeting with its notices as the API gives it.
import type { PublicMeeting } from '#flows'
import type { Notice } from '#meetings'

const noticeJson = ({ content, publishedAt, dueStrict, hash, ...notice }: Notice) => ({
  number: notice.number,
  record: notice.record,
  published_at: publishedAt as string,
  standing: notice.standing,
  signed: notice.signed,
  due: notice.due as string | null,
  due_strict: dueStrict as string | null,
  sha256: hash,
  day: content.day as string,
  start: content.start,
  text: content.text,
  form: content.details.form as string,
  planned_minutes: content.details.minutes,
  venue: { ...content.details.venue, access: [...content.details.venue.access] as string[] },
  languages: [...content.details.languages] as string[],
  interpreters: [...content.details.interpreters] as string[],
  agenda: content.details.agenda.map(({ kind, title, minutes }) => ({
    kind: kind as string,
    title,
    minutes,
  })),
  broadcasts: [...content.details.broadcasts],
  sites: [...content.details.sites],
  briefing: content.details.beside.briefing,
  ngo_meeting: content.details.beside.ngo,
  reception: content.details.beside.reception,
})

/** The meeting as it stands, every earlier date, and every notice word for word. */
export const meetingJson = (meeting: PublicMeeting, notices: readonly Notice[]) => ({
  id: meeting.id as string,
  record: meeting.record,
  number: meeting.ownNumber,
  office: { id: meeting.office.id as string, name: meeting.office.name },
  place: { code: meeting.unit.code as string, name: meeting.unit.name },
  day: meeting.day as string,
  start: meeting.start,
  planned_minutes: meeting.plannedMinutes,
  form: meeting.form as string,
  status: meeting.status,
  sequence: meeting.sequence,
  in_calendar: meeting.outside === null,
  outside: meeting.outside && { reason: meeting.outside.reason as string, words: meeting.outside.words },
  norm: meeting.norm,
  period: meeting.period as string | null,
  earlier_dates: meeting.earlier.map(({ record, day, start, reason, changedAt }) => ({
    record,
    day: day as string,
    start,
    reason,
    changed_at: changedAt as string,
  })),
  cancelled: meeting.cancelled && { reason: meeting.cancelled.reason, at: meeting.cancelled.at as string },
  notices: notices.map(noticeJson),
})
