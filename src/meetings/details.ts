// What a visitor has to know about a meeting, and how its time is shared.
import type { LocalDate } from '#kernel'
import type { Both } from './meeting.ts'

/** `hybrid` is a meeting in person with a broadcast that people may speak in; for the law it is one in person. */
export const meetingForms = ['visiting', 'stationary', 'online', 'hybrid'] as const
export type MeetingForm = (typeof meetingForms)[number]

/** What helps people in who cannot walk, see or hear well. */
export const accessFacts = ['ramp', 'lift', 'toilet', 'parking', 'induction-loop', 'ground-floor'] as const
export type AccessFact = (typeof accessFacts)[number]

export const spokenLanguages = ['kk', 'ru', 'other'] as const
export type SpokenLanguage = (typeof spokenLanguages)[number]
export const interpreters = ['sign-language', 'kk-ru', 'other'] as const
export type Interpreter = (typeof interpreters)[number]

/** The first four are presentations in the words of the law; the rest is not counted with the report. */
export const agendaKinds = ['report', 'co-report', 'film', 'greeting', 'questions', 'other'] as const
export type AgendaKind = (typeof agendaKinds)[number]
export type AgendaItem = { readonly kind: AgendaKind; readonly title: Both; readonly minutes: number }

/** Something beside the meeting: a briefing for the press, a talk with NGOs, a personal reception. */
export type Beside = { readonly day: LocalDate; readonly start: string; readonly place: Both }
export const besides = ['briefing', 'ngo', 'reception'] as const
export type BesideKind = (typeof besides)[number]

export type Details = {
  readonly form: MeetingForm
  readonly minutes: number
  readonly venue: {
    readonly name: Both
    readonly address: Both
    readonly point: { readonly latitude: number; readonly longitude: number } | null
    readonly capacity: number | null
    readonly access: readonly AccessFact[]
  }
  readonly languages: readonly SpokenLanguage[]
  readonly interpreters: readonly Interpreter[]
  readonly agenda: readonly AgendaItem[]
  /** Addresses of the broadcast on official accounts. */
  readonly broadcasts: readonly string[]
  /** Places joined by videoconference, one a line; empty where none is needed. */
  readonly sites: readonly string[]
  readonly beside: Readonly<Record<BesideKind, Beside | null>>
}

const nothing: Both = { kk: '', ru: '' }

/** A meeting of which the calendar alone speaks. */
export const plainDetails = (form: MeetingForm, minutes: number): Details => ({
  form,
  minutes,
  venue: { name: nothing, address: nothing, point: null, capacity: null, access: [] },
  languages: ['kk', 'ru'],
  interpreters: [],
  agenda: [],
  broadcasts: [],
  sites: [],
  beside: { briefing: null, ngo: null, reception: null },
})

/** The share of the planned time that presentations may take, as the law of the day sets it. */
export type ShareLimit = { readonly part: number; readonly of: number; readonly leaveOut: readonly string[] }

export type Quarter = {
  /** Minutes of presentations in the agenda that count. */
  readonly used: number
  /** How many they may be: 22.5 of 90, not rounded (AMB-17). */
  readonly limit: number
  readonly within: boolean
}

const presentations: readonly string[] = ['report', 'co-report', 'film', 'greeting']

/** Whether the presentations of an agenda keep to their share. Law: A826-3.3.l. */
export function quarterOf(
  { agenda, minutes }: Pick<Details, 'agenda' | 'minutes'>,
  { part, of, leaveOut }: ShareLimit,
): Quarter {
  const used = agenda
    .filter(({ kind }) => presentations.includes(kind) && !leaveOut.includes(kind))
    .reduce((sum, item) => sum + item.minutes, 0)
  return { used, limit: (minutes * part) / of, within: used * of <= minutes * part }
}

/** What keeps a notice of these details from being published: each language must say the same. */
export function missingWords({
  form,
  venue,
  agenda,
  beside,
}: Details): readonly ('venue' | 'agenda' | 'beside')[] {
  const oneTongued = ({ kk, ru }: Both) => (kk === '') !== (ru === '')
  const nowhere = form !== 'online' && (venue.name.kk === '' || venue.address.kk === '')
  return [
    ...(nowhere || oneTongued(venue.name) || oneTongued(venue.address) ? (['venue'] as const) : []),
    ...(agenda.some(({ title }) => oneTongued(title)) ? (['agenda'] as const) : []),
    ...(besides.some((kind) => beside[kind] && oneTongued(beside[kind].place)) ? (['beside'] as const) : []),
  ]
}
