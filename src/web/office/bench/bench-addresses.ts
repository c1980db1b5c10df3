// Addresses of the commission's bench: `/kk/office/akim.315400000/requests?at=…`.
import type { MeetingId } from '#calendar'
import type { Language } from '#kernel'
import type { GroupId, RequestChannel, RequestId, TemplateId } from '#requests'
import type { OfficeId, UnitCode } from '#territory'

export type BenchDeed =
  | 'accept'
  | 'merge'
  | 'split'
  | 'move'
  | 'correct'
  | 'kind'
  | 'answer'
  | 'aside'
  | 'undo'
  | 'confirm'
  | 'decline'

/** What is looked at, and which part of the queue. */
export type BenchAt = {
  readonly at?: string
  readonly meeting?: MeetingId
  readonly sphere?: string
  readonly unit?: UnitCode
  readonly channel?: RequestChannel
  readonly all?: true
}

export const benchAddresses = (language: Language, office: OfficeId) => {
  const bench = `/${language}/office/${office}/requests`
  return {
    bench: (where: BenchAt = {}, said?: string) => {
      const query = new URLSearchParams()
      for (const [name, value] of Object.entries({ ...where, said }))
        if (value !== undefined) query.set(name, value === true ? 'on' : value)
      return `${bench}${query.size > 0 ? `?${query}` : ''}`
    },
    deed: (deed: BenchDeed) => `${bench}/deeds/${deed}`,
    request: (id: RequestId, said?: string) =>
      `${bench}/${encodeURIComponent(id)}${said ? `?said=${said}` : ''}`,
    correctRequest: (id: RequestId) => `${bench}/${encodeURIComponent(id)}/correct`,
    takeBack: (id: RequestId) => `${bench}/${encodeURIComponent(id)}/back`,
    group: (id: GroupId, said?: string) =>
      `${bench}/groups/${encodeURIComponent(id)}${said ? `?said=${said}` : ''}`,
    correctGroup: (id: GroupId) => `${bench}/groups/${encodeURIComponent(id)}`,
    templates: (said?: string) => `${bench}/templates${said ? `?said=${said}` : ''}`,
    dropTemplate: (id: TemplateId) => `${bench}/templates/${encodeURIComponent(id)}/drop`,
  }
}
