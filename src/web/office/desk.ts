// Who sits at this desk: the person, the office named by the address, and on whose behalf the database is asked.
import type { Context } from 'hono'
import type { Acting, Stores } from '#flows'
import { type LocalDate, instantOf, milliseconds } from '#kernel'
import { type Actor, type Verb, may } from '#people'
import { type Office, type OfficeId, type Unit, isRegion, localDay } from '#territory'
import type { Act, Calendar } from '#calendar'
import type { Assets } from '../assets.ts'
import { askedOffice } from '../asked.ts'
import type { Here } from '../here.ts'
import type { WebHouse } from '../house.ts'
import { hereOf } from '../page.tsx'

export type Desk = {
  readonly here: Here
  readonly actor: Actor
  readonly office: Office
  /** All offices the person acts for, for the choice at the top. */
  readonly offices: readonly Office[]
  /** The unit of the office, when that is a region: only a region has a calendar of its own. */
  readonly region: Unit | null
}

/** What of an office a page shows: its own pages, its part in calendars, its meetings, what citizens say to it. */
export type Sight = Extract<Verb, 'see-office' | 'see-calendar' | 'see-meetings' | 'see-requests'>

/** Whether this desk sees the calendar as far as it has come. */
export const seesCalendar = (
  { actor, here }: Pick<Desk, 'actor' | 'here'>,
  { office, region, state }: Pick<Calendar, 'office' | 'region' | 'state'>,
): boolean => may(actor, 'see-calendar', { office, unit: region, state }, here.today).yes

/** What the database may show: the person, and the offices of the grants that hold today. */
export const actingOf = (actor: Actor, today: LocalDate): Acting => ({
  person: actor.person.id,
  offices: officeIds(actor, today),
})

/** The offices the person acts for on the day, in the order of the grants. */
export const officeIds = (actor: Actor, on: LocalDate): OfficeId[] => [
  ...new Set(
    actor.grants
      .filter(({ from, to }) => from <= on && (to === null || on <= to))
      .map(({ office }) => office),
  ),
]

/**
 * The desk for the office in the address; `null` when there is no such office or it is not this person's, or when he has
 * no part in what the page shows.
 */
export async function deskOf(
  c: Context,
  house: WebHouse,
  assets: Assets,
  stores: Stores,
  sees: Sight = 'see-office',
): Promise<Desk | null> {
  const actor = c.get('actor')
  const id = askedOffice(c.req.param('office'))
  if (!actor || !id) return null
  const here = hereOf(c, house, assets, await stores.readings.isDemonstration())
  const office = await stores.territory.office(id)
  const seen = may(actor, sees, { office: id }, here.today)
  if (!seen.yes) c.set('denied', { office: id, why: seen.no })
  if (!office || !seen.yes) return null
  const unit = office.unit ? await stores.territory.unit(office.unit, here.today) : null
  const held = await Array.fromAsync(officeIds(actor, here.today), (other) => stores.territory.office(other))
  return {
    here,
    actor,
    office,
    offices: held.filter((one) => one !== null),
    region: unit && isRegion(unit.kind) ? unit : null,
  }
}

/** A deed done now: who, when, and how new things are named. */
export function actNow(house: WebHouse, actor: Actor): Act {
  const at = instantOf(milliseconds(house.clock()))
  return { actor, at, today: localDay(at, null), newId: house.newId, newSalt: house.newSalt, asserted: false }
}
