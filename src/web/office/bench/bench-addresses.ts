// Addresses of the commission's bench: `/kk/office/akim.315400000/requests?at=…`.
import type { MeetingId } from '#calendar'
import type { Language } from '#kernel'
import {
  type GroupId,
  type RequestChannel,
  type RequestId,
  type TemplateId,
  requestChannels,
} from '#requests'
import type { OfficeId, UnitCode } from '#territory'
import { askedCode, isName } from '../../asked.ts'
import type { Typed } from '../deed-form.tsx'

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

const at = (id: string | undefined): BenchAt => (isName(id) ? { at: id } : {})

/** Where a form goes on. */
export const nextOf = (typed: Typed): BenchAt =>
  whereOf(
    Object.fromEntries(
      Object.entries(typed).flatMap(([name, value]) =>
        name.startsWith('next.') ? [[name.slice(5), value]] : [],
      ),
    ),
  )

/** Where it was sent from: the same part of the queue, and what was looked at. */
export const lookedAt = (typed: Typed): BenchAt => ({
  ...nextOf(typed),
  ...at(typed['group'] ?? typed['request']),
})

/** What of an address is ours; the rest is as if it were not there. */
export function whereOf(query: Readonly<Record<string, string | undefined>>): BenchAt {
  const { meeting, sphere, all } = query
  const unit = askedCode(query['unit'])
  const channel = requestChannels.find((one) => one === query['channel'])
  return {
    ...at(query['at']),
    ...(isName(meeting) ? { meeting: meeting as MeetingId } : {}),
    ...(isName(sphere) ? { sphere } : {}),
    ...(unit ? { unit } : {}),
    ...(channel ? { channel } : {}),
    ...(all === 'on' ? { all: true as const } : {}),
  }
}
