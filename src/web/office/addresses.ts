// Addresses behind the sign-in: `/kk/office/akim.310000000/calendars/2027`.
import type { Language } from '#kernel'
import type { MeetingId } from '#calendar'
import type { OfficeId } from '#territory'

export const deeds = ['draft', 'send', 'answer', 'recall', 'approve', 'publish', 'submit'] as const
export type Deed = (typeof deeds)[number]

export const officeAddresses = (language: Language, office: OfficeId) => {
  const desk = `/${language}/office/${office}`
  const calendar = (year: number) => `${desk}/calendars/${year}`
  return {
    owed: () => desk,
    calendars: () => `${desk}/calendars`,
    calendar: (year: number, at: { month?: number; akim?: string; said?: string } = {}) => {
      const query = new URLSearchParams()
      for (const [name, value] of Object.entries(at)) if (value !== undefined) query.set(name, String(value))
      return `${calendar(year)}${query.size > 0 ? `?${query}` : ''}`
    },
    deed: (year: number, deed: Deed) => `${calendar(year)}/${deed}`,
    move: (year: number, meeting: MeetingId) => `${calendar(year)}/meetings/${meeting}`,
  }
}
