// Every address of the site, in one place; pages and redirects ask here and never paste paths together.
import type { Language, Period } from '#kernel'
import type { OfficeId, UnitCode } from '#territory'
import type { MeetingId } from '#calendar'

const enc = encodeURIComponent
type Query = Readonly<Record<string, string | number | undefined>>

function query(values: Query): string {
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  return set.length === 0 ? '' : `?${set.map(([key, value]) => `${key}=${enc(String(value))}`).join('&')}`
}

/** What an obligation is asked by: `-` stands for no subject, no period. */
export type Duty = {
  readonly norm: string
  readonly bearer: OfficeId
  readonly subject: string | null
  readonly period: Period | null
}

const inLanguage = (language: Language) => ({
  home: () => `/${language}/`,
  search: (q?: string) => `/${language}/search${query({ q })}`,
  place: (code: UnitCode, year?: number) => `/${language}/places/${code}${query({ year })}`,
  /** The form of a demand about this place, a demand, a poll. */
  raise: (code: UnitCode) => `/${language}/places/${code}/demand`,
  demand: (id: string) => `/${language}/demands/${enc(id)}`,
  poll: (id: string) => `/${language}/polls/${enc(id)}`,
  /** The two doors of who has something to say; the form of a question about a place, or to a meeting. */
  doors: (from: Query = {}) => `/${language}/ask${query(from)}`,
  ask: (code: UnitCode) => `/${language}/places/${code}/ask`,
  askMeeting: (id: MeetingId) => `/${language}/meetings/${enc(id)}/ask`,
  /** Where the code of a receipt is asked for; the code itself stands in no address. */
  receipt: () => `/${language}/receipt`,
  meeting: (id: MeetingId) => `/${language}/meetings/${enc(id)}`,
  /** Posters and texts that announce it. */
  kit: (id: MeetingId) => `/${language}/meetings/${enc(id)}/kit`,
  /** The pool of problem issues of a meeting, and one problem. */
  pool: (id: MeetingId) => `/${language}/meetings/${enc(id)}/pool`,
  problem: (id: string) => `/${language}/problems/${enc(id)}`,
  calendar: (region: UnitCode, year: number, filter: Query = {}) =>
    `/${language}/calendars/${region}/${year}${query(filter)}`,
  /** A release as it was published, and what it changed of the one before. */
  release: (region: UnitCode, year: number, number: number) =>
    `/${language}/calendars/${region}/${year}/releases/${number}`,
  changes: (region: UnitCode, year: number, number: number) =>
    `/${language}/calendars/${region}/${year}/releases/${number}/changes`,
  /** The schedule of ministers' meetings: the running one, that of a period, a release of it, how it is made. */
  ministersSchedules: () => `/${language}/schedule`,
  ministersSchedule: (period: Period, by?: 'region') => `/${language}/schedule/${period}${query({ by })}`,
  ministersRelease: (period: Period, number: number) => `/${language}/schedule/${period}/releases/${number}`,
  ministersProcedure: () => `/${language}/schedule/procedure`,
  /** The calendar of the country. */
  national: (choice: Query = {}) => `/${language}/calendar${query(choice)}`,
  subscribe: (topic: string) => `/${language}/subscribe${query({ topic })}`,
  subscribed: () => `/${language}/subscribe/asked`,
  subscription: (token: string) => `/${language}/subscriptions/${enc(token)}`,
  unsubscribed: () => `/${language}/subscriptions/ended`,
  acts: () => `/${language}/law`,
  act: (act: string) => `/${language}/law/${enc(act)}`,
  doubts: (doubt?: string) => `/${language}/law/doubts${doubt === undefined ? '' : `#${doubt}`}`,
  provision: (norm: string, region?: UnitCode) =>
    `/${language}/law/norms/${enc(norm)}${region === undefined ? '' : `?region=${region}#counts`}`,
  why: ({ norm, bearer, subject, period }: Duty) =>
    `/${language}/why/${[norm, bearer, subject ?? '-', period ?? '-'].map(enc).join('/')}`,
  demonstration: () => `/${language}/demonstration`,
  about: () => `/${language}/about`,
  office: () => `/${language}/office`,
  signIn: (next?: string) => `/${language}/sign-in${query({ next })}`,
  signOut: () => `/${language}/sign-out`,
})

export const addresses = { kk: inLanguage('kk'), ru: inLanguage('ru'), en: inLanguage('en') } as const

/** Feeds for machines: one address each; the words in them are in the language asked for. */
export const feeds = {
  placeCalendar: (code: UnitCode, lang: Language) => `/feeds/places/${code}.ics${query({ lang })}`,
  regionCalendar: (region: UnitCode, year: number, lang: Language) =>
    `/feeds/calendars/${region}/${year}.ics${query({ lang })}`,
  /** News of a place, an office, or everything in a unit, as Atom or JSON Feed. */
  news: (of: 'places' | 'offices' | 'regions', code: string, form: 'atom' | 'json', lang: Language) =>
    `/feeds/news/${of}/${enc(code)}.${form}${query({ lang })}`,
  officeCalendar: (office: OfficeId, lang: Language) => `/feeds/offices/${enc(office)}.ics${query({ lang })}`,
  regionData: (region: UnitCode, year: number) => `/feeds/calendars/${region}/${year}.json`,
} as const

/** The same page in another language. */
export const translated = (language: Language, path: string): string => `/${language}${path}`
