// Days off as administrators change them: laid over the shipped ones, each change by an act, nothing overwritten.
import {
  type Instant,
  type LocalDate,
  type Result,
  type Text,
  addDays,
  done,
  refuse,
  weekday,
  yearOf,
} from '#kernel'
import type { JournalStore } from '#journal'
import { type NotAllowed, may, operatorOffice } from '#people'
import { type Act, entryBy } from './change-calendar.ts'
import { type Holiday, type HolidayKind, type Holidays, isWorkingDay, knowsYear } from './working-days.ts'

/** A day as it is from now on; `kind` null: as its day of the week says. */
export type EditedDay = {
  readonly date: LocalDate
  readonly kind: HolidayKind | null
  readonly name: Text | null
  readonly for: LocalDate | null
}

export type HolidayEdit = {
  /** Rises by one with each edit, from 1. */
  readonly revision: number
  /** The act that moves the days, and its date. */
  readonly act: string
  readonly actDay: LocalDate
  readonly editedAt: Instant
  readonly days: readonly EditedDay[]
}

/** What days off need remembered; storage implements it. */
export type HolidayStore = {
  /** The newest revision, 0 when nobody has changed anything. */
  revision(): Promise<number>
  /** All edits, the oldest first. */
  edits(): Promise<HolidayEdit[]>
  /** `false` when somebody was faster. */
  add(edit: HolidayEdit): Promise<boolean>
}

export type HolidayChange =
  | { readonly what: 'off'; readonly date: LocalDate; readonly name: Text }
  /** `off` becomes a day off, and people work on `work` instead. */
  | { readonly what: 'moved'; readonly off: LocalDate; readonly work: LocalDate }
  | { readonly what: 'ordinary'; readonly date: LocalDate }
  /** A year that nobody has entered: the days of the labour code, and the first day of Kurban Ait. */
  | { readonly what: 'year'; readonly year: number; readonly kurbanAit: LocalDate }

export type HolidayRefusal =
  | { readonly code: 'not-allowed'; readonly why: NotAllowed }
  | { readonly code: 'changed-meanwhile'; readonly revision: number }
  | { readonly code: 'day-over'; readonly day: LocalDate }
  | { readonly code: 'year-not-entered'; readonly year: number }
  | { readonly code: 'year-entered'; readonly year: number }
  | { readonly code: 'outside-the-year'; readonly year: number }
  | { readonly code: 'off-already'; readonly day: LocalDate }
  | { readonly code: 'worked-already'; readonly day: LocalDate }

/** The shipped days with all edits over them; the newest word on a day counts. */
export function laidOver(shipped: Holidays, edits: readonly HolidayEdit[]): Holidays {
  const days = new Map(shipped)
  for (const { act, days: edited } of edits)
    for (const { date, kind, name, for: moved } of edited)
      if (kind && name) days.set(date, { date, kind, name, for: moved, basis: act })
      else days.delete(date)
  return days
}

/** Days that people worked on before and do not now, and the other way round, in order. */
export function changedDays(
  before: Holidays,
  after: Holidays,
): { readonly off: readonly LocalDate[]; readonly worked: readonly LocalDate[] } {
  const dates = [...new Set([...before.keys(), ...after.keys()])].toSorted()
  const turned = (to: boolean) =>
    dates.filter((day) => isWorkingDay(before, day) === !to && isWorkingDay(after, day) === to)
  return { off: turned(false), worked: turned(true) }
}

/**
 * The days off of a year by the labour code, as the newest shipped year has them, and Kurban Ait.
 *
 * A holiday on a day off is given back on the next working day; days of Kurban Ait and Christmas are not (labour code).
 */
export function yearByLabourCode(shipped: Holidays, year: number, kurbanAit: LocalDate): EditedDay[] {
  const fixed = (of: number) =>
    [...shipped.values()].filter(
      ({ date, kind, basis }) =>
        yearOf(date) === of && basis === labourCode && (kind === 'holiday' || kind === 'day-off'),
    )
  const newest = Math.max(...[...shipped.keys()].map(yearOf))
  const ait = shipped.values().find(isLunar)?.name
  if (!ait) throw new Error('no shipped year has Kurban Ait')
  const days = new Map<LocalDate, EditedDay>()
  for (const { date, kind, name } of fixed(newest)) {
    const day = `${year}${date.slice(4)}` as LocalDate
    days.set(day, { date: day, kind, name, for: null })
  }
  if (!days.has(kurbanAit)) days.set(kurbanAit, { date: kurbanAit, kind: 'day-off', name: ait, for: null })
  for (const one of [...days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    if (one.kind !== 'holiday' || weekday(one.date) <= 5) continue
    let next = addDays(one.date, 1)
    while (weekday(next) > 5 || days.has(next)) next = addDays(next, 1)
    days.set(next, { date: next, kind: 'substitute', name: one.name, for: one.date })
  }
  return [...days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

/** How data/holidays.yaml names the ground of the days that come back every year. */
const labourCode = 'labour code'
/** The one day off that follows the moon. */
const isLunar = ({ kind, basis }: Holiday): boolean => kind === 'day-off' && basis !== labourCode

/**
 * Changes days off by an act, over the shipped ones. Days that are over stay as they were lived.
 *
 * Refuses: not-allowed, changed-meanwhile, day-over, year-not-entered (enter the year first), year-entered,
 * outside-the-year (Kurban Ait of another year), off-already, worked-already.
 */
export async function editHolidays(
  stores: { readonly holidays: HolidayStore; readonly journal: JournalStore },
  shipped: Holidays,
  act: Act,
  command: {
    readonly revision: number
    readonly act: string
    readonly actDay: LocalDate
    readonly change: HolidayChange
  },
): Promise<Result<HolidayEdit, HolidayRefusal>> {
  const answer = may(act.actor, 'edit-holidays', { office: operatorOffice }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  const edits = await stores.holidays.edits()
  const revision = edits.at(-1)?.revision ?? 0
  if (command.revision !== revision) return refuse({ code: 'changed-meanwhile', revision })
  const days = daysOf(shipped, laidOver(shipped, edits), act.today, command.change)
  if (!days.ok) return days
  const edit: HolidayEdit = {
    revision: revision + 1,
    act: command.act,
    actDay: command.actDay,
    editedAt: act.at,
    days: days.value,
  }
  if (!(await stores.holidays.add(edit))) return refuse({ code: 'changed-meanwhile', revision: revision + 1 })
  await stores.journal.append([
    entryBy(act, {
      type: 'holidays-changed',
      office: operatorOffice,
      subject: null,
      payload: {
        revision: edit.revision,
        act: edit.act,
        act_day: edit.actDay,
        days: edit.days.map(({ date, kind, for: moved }) => ({ date, kind, ...(moved && { for: moved }) })),
      },
    }),
  ])
  return done(edit)
}

function daysOf(
  shipped: Holidays,
  now: Holidays,
  today: LocalDate,
  change: HolidayChange,
): Result<EditedDay[], HolidayRefusal> {
  if (change.what === 'year') {
    const { year, kurbanAit } = change
    if (knowsYear(now, year)) return refuse({ code: 'year-entered', year })
    if (yearOf(kurbanAit) !== year) return refuse({ code: 'outside-the-year', year })
    return done(yearByLabourCode(shipped, year, kurbanAit))
  }
  const dates = change.what === 'moved' ? [change.off, change.work] : [change.date]
  for (const day of dates) {
    if (day < today) return refuse({ code: 'day-over', day })
    if (!knowsYear(now, yearOf(day))) return refuse({ code: 'year-not-entered', year: yearOf(day) })
  }
  if (change.what === 'ordinary')
    return now.has(change.date)
      ? done([{ date: change.date, kind: null, name: null, for: null }])
      : refuse(
          isWorkingDay(now, change.date)
            ? { code: 'worked-already', day: change.date }
            : { code: 'off-already', day: change.date },
        )
  const off = change.what === 'moved' ? change.off : change.date
  if (!isWorkingDay(now, off)) return refuse({ code: 'off-already', day: off })
  if (change.what === 'off') return done([{ date: off, kind: 'day-off', name: change.name, for: null }])
  const { work } = change
  if (isWorkingDay(now, work)) return refuse({ code: 'worked-already', day: work })
  return done([
    { date: off, kind: 'moved-day-off', name: nameOf(shipped, 'moved-day-off'), for: work },
    { date: work, kind: 'moved-working-day', name: nameOf(shipped, 'moved-working-day'), for: off },
  ])
}

function nameOf(shipped: Holidays, kind: Holiday['kind']): Text {
  const name = shipped.values().find((day) => day.kind === kind)?.name
  if (!name) throw new Error(`no shipped day is a ${kind}`)
  return name
}
