// Addresses of planning: `/kk/office/akim.310000000/calendars/2027/plan`.
import type { Language, LocalDate } from '#kernel'
import type { MeetingId, Way } from '#calendar'
import type { OfficeId } from '#territory'
import { officeAddresses } from '../addresses.ts'

export const planAddresses = (language: Language, office: OfficeId, year: number) => {
  const plan = `${officeAddresses(language, office).calendar(year)}/plan`
  const asking = (path: string, asked: Record<string, string | null | undefined>) => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value)
    return `${path}${query.size > 0 ? `?${query}` : ''}`
  }
  return {
    year: (asked: { said?: string; way?: Way } = {}) => asking(plan, asked),
    akim: (akim: OfficeId, asked: { said?: string } = {}) => asking(`${plan}/akims/${akim}`, asked),
    wishes: (akim: OfficeId) => `${plan}/akims/${akim}/wishes`,
    changes: (way: Way, akim: OfficeId | null = null) => asking(`${plan}/changes`, { way, akim }),
    day: (day: LocalDate, akim: OfficeId) => asking(`${plan}/days/${day}`, { akim }),
    take: () => `${plan}/take`,
    lock: (meeting: MeetingId) => `${plan}/locks/${meeting}`,
    effect: () => `${plan}/effect`,
    look: (meeting: MeetingId) => `${plan}/look/${meeting}`,
  }
}
