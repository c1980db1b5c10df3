// Addresses behind the sign-in: `/kk/office/akim.310000000/calendars/2027`.
import type { Language } from '#kernel'
import type { MeetingId } from '#calendar'
import type { OfficeId } from '#territory'

export const deeds = ['draft', 'send', 'answer', 'recall', 'approve', 'publish', 'submit'] as const
export type Deed = (typeof deeds)[number]

/** Deeds on parts, corrections, deliveries and sessions: each is a form of its own. */
export type AssemblyDeed =
  | 'ask'
  | 'fill'
  | 'correct'
  | 'give-up'
  | 'take'
  | 'return'
  | 'begin'
  | 'send-part'
  | 'recall-part'
  | 'add'
  | 'drop'
  | 'receive'
  | 'forward'
  | 'note'
  | 'unnote'

export const officeAddresses = (language: Language, office: OfficeId) => {
  const desk = `/${language}/office/${office}`
  const calendar = (year: number) => `${desk}/calendars/${year}`
  return {
    owed: () => desk,
    /** All duties of one urgency. */
    duties: (urgency: string, page = 1) =>
      `${desk}/duties?urgency=${urgency}${page === 1 ? '' : `&page=${page}`}`,
    outbox: () => `${desk}/outbox`,
    calendars: () => `${desk}/calendars`,
    calendar: (year: number, at: { month?: number; akim?: string; said?: string; done?: string } = {}) => {
      const query = new URLSearchParams()
      for (const [name, value] of Object.entries(at)) if (value !== undefined) query.set(name, String(value))
      return `${calendar(year)}${query.size > 0 ? `?${query}` : ''}`
    },
    deed: (year: number, deed: Deed) => `${calendar(year)}/${deed}`,
    move: (year: number, meeting: MeetingId) => `${calendar(year)}/meetings/${meeting}`,
    drop: (year: number, meeting: MeetingId) => `${calendar(year)}/meetings/${meeting}/drop`,
    assembly: (year: number, deed: AssemblyDeed) => `${calendar(year)}/assembly/${deed}`,
    /** The own part of an office below the region. */
    part: (year: number, said?: string) => `${calendar(year)}/part${said ? `?said=${said}` : ''}`,
    /** What an office below the region wishes of its own year. */
    wishes: (year: number, said?: string) => `${calendar(year)}/wishes${said ? `?said=${said}` : ''}`,
    partDeed: (year: number, deed: AssemblyDeed) => `${calendar(year)}/part/${deed}`,
    partMeeting: (year: number, meeting: MeetingId) => `${calendar(year)}/part/meetings/${meeting}`,
    partDrop: (year: number, meeting: MeetingId) => `${calendar(year)}/part/meetings/${meeting}/drop`,
    /** The part of another office, in the region's hands. */
    partOf: (year: number, owner: OfficeId, deed?: 'take' | 'return') =>
      `${calendar(year)}/parts/${owner}${deed ? `/${deed}` : ''}`,
    quota: (year: number, akim?: OfficeId) => `${calendar(year)}/quota${akim ? `?akim=${akim}` : ''}`,
    deliveries: (year?: number, said?: string) =>
      `${desk}/deliveries${year ? `/${year}` : ''}${said ? `?said=${said}` : ''}`,
    receive: (year: number, region: string) => `${desk}/deliveries/${year}/${region}`,
    forward: (year: number) => `${desk}/deliveries/${year}/forward`,
    sessions: (said?: string) => `${desk}/sessions${said ? `?said=${said}` : ''}`,
  }
}
