// The annual calendar: parts to write and to take, and its next step where it lies with this desk.
import { type Calendar, mayPart } from '#calendar'
import { type LocalDate, parsePeriod, yearOf } from '#kernel'
import { type Verb, may } from '#people'
import { governmentOffice, isRegion, maslikhatOffice } from '#territory'
import type { Stores } from '../stores.ts'
import { type AtDesk, type Waiting, type WaitingKind, waits } from './waiting.ts'

/** Parts that the office below the region is asked for. */
export async function ofOwnParts(stores: Stores, { actor, office, today }: AtDesk): Promise<Waiting[]> {
  const parts = await stores.parts.ofOffice(office.id)
  const found: Waiting[] = []
  for (const part of parts) {
    if (part.year < yearOf(today) || (part.state !== 'asked' && part.state !== 'returned')) continue
    if (!mayPart({ actor, today }, 'draft-part', part).yes) continue
    const calendar = await stores.calendars.find(part.calendar)
    if (calendar?.state !== 'drafted') continue
    const kind = part.state === 'asked' ? 'write-part' : 'rewrite-part'
    found.push(waits(kind, office.id, { period: periodOf(part.year), by: calendar.answerBy }))
  }
  return found
}

/** What comes next with the calendars of the region, for the akim's office and for the maslikhat. */
export async function ofRegionCalendars(stores: Stores, desk: AtDesk): Promise<Waiting[]> {
  const { actor, office, today } = desk
  const unit = office.unit && (await stores.territory.unit(office.unit, today))
  if (!unit || !isRegion(unit.kind)) return []
  const found: Waiting[] = []
  for (const year of [yearOf(today), yearOf(today) + 1]) {
    const calendar = await stores.calendars.ofRegion(unit.code, year)
    if (!calendar) continue
    const can = (verb: Verb, of = calendar.office) =>
      may(
        actor,
        verb,
        { office: of, unit: unit.code, state: calendar.state, editedBy: calendar.editors },
        today,
      ).yes
    const step = (kind: WaitingKind, by: LocalDate | null = null) =>
      found.push(waits(kind, calendar.office, { period: periodOf(year), by }))
    if (calendar.state === 'sent' && can('record-maslikhat', maslikhatOffice(unit.code)))
      step('answer-maslikhat')
    if (office.id !== calendar.office) continue
    for (const part of calendar.state === 'drafted' ? await stores.parts.ofCalendar(calendar.id) : [])
      if (part.state === 'sent' && mayPart(desk, 'assemble-calendar', part).yes)
        found.push(waits('take-part', part.office, { period: periodOf(year), unit: part.unit }))
    if (calendar.state === 'answered' && can('approve-calendar')) step('approve-calendar')
    if (calendar.state === 'approved' && can('publish-calendar')) step('publish-calendar')
    if (isToSubmit(calendar) && can('submit-calendar')) step('submit-calendar')
  }
  return found
}

const isToSubmit = ({ approvedAt, submittedAt, state }: Calendar): boolean =>
  approvedAt !== null && submittedAt === null && (state === 'approved' || state === 'published')

/** Calendars that have come to the Government's office, and those that it has not presented yet. */
export async function ofDeliveries(stores: Stores, { actor, office, today }: AtDesk): Promise<Waiting[]> {
  if (office.id !== governmentOffice) return []
  if (!may(actor, 'receive-calendar', { office: office.id }, today).yes) return []
  const found: Waiting[] = []
  for (const year of [yearOf(today), yearOf(today) + 1]) {
    const deliveries = await stores.calendars.deliveries(year)
    const received = new Set(deliveries.map(({ calendar }) => calendar))
    for (const { id, office: of, region } of await stores.calendars.submitted(year))
      if (!received.has(id))
        found.push(waits('receive-calendar', of, { period: periodOf(year), unit: region }))
    const kept = deliveries.filter(({ forwardedAt }) => forwardedAt === null).length
    if (kept > 0) found.push(waits('forward-calendars', office.id, { period: periodOf(year), count: kept }))
  }
  return found
}

const periodOf = (year: number) => parsePeriod(String(year)) ?? null
