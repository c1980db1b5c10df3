// Addresses of the ministers' schedule behind the sign-in: `/kk/office/health/schedule/2027-H1`.
import type { MeetingId } from '#calendar'
import type { Language, Period } from '#kernel'
import type { OfficeId } from '#territory'

/** Deeds on the schedule as a whole. */
export type ScheduleDeed =
  | 'open'
  | 'circulate'
  | 'close'
  | 'submit'
  | 'approve'
  | 'return'
  | 'publish'
  | 'correct'
  | 'give-up'
  | 'send'
  | 'agree'

/** Deeds on one meeting: of its ministry, of the authorised body, of the akimat. */
export type VisitDeed = 'change' | 'withdraw' | 'move' | 'leave-out' | 'answer' | 'object'

export type ScheduleForm = ScheduleDeed | VisitDeed | 'add' | 'take' | 'give-back' | 'write' | 'sign'

export const scheduleAddresses = (language: Language, office: OfficeId) => {
  const all = `/${language}/office/${office}/schedule`
  const said = (word?: string) => (word ? `?said=${word}` : '')
  return {
    all: () => all,
    schedule: (period: Period, word?: string) => `${all}/${period}${said(word)}`,
    deed: (period: Period, deed: ScheduleDeed) => `${all}/${period}/${deed}`,
    create: (period: Period) => `${all}/${period}/new`,
    visit: (period: Period, visit: MeetingId) => `${all}/${period}/visits/${visit}`,
    visitDeed: (period: Period, visit: MeetingId, deed: VisitDeed) =>
      `${all}/${period}/visits/${visit}/${deed}`,
    proposal: (period: Period, body: OfficeId) => `${all}/${period}/proposals/${body}`,
    proposalDeed: (period: Period, body: OfficeId, deed: 'take' | 'give-back') =>
      `${all}/${period}/proposals/${body}/${deed}`,
    procedure: (word?: string) => `${all}/procedure${said(word)}`,
    procedureDeed: (deed: 'write' | 'sign') => `${all}/procedure/${deed}`,
  }
}
