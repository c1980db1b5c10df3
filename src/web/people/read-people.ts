// What the page of an office's people shows to the one at this desk.
import { type Stores, rolesOf } from '#flows'
import type { Instant } from '#kernel'
import { type Actor, type PersonId, type Thing, may, officeThing } from '#people'
import {
  type Office,
  type OfficeId,
  akimOffice,
  bodiesOn,
  governmentOffice,
  maslikhatOffice,
} from '#territory'
import type { Desk } from '../office/desk.ts'
import type { PeopleView } from './people-page.tsx'

const somebody = 'somebody else' as PersonId

/** Null when the office is not there or not to be seen from this desk. */
export async function readPeople(
  stores: Stores,
  { actor, here: { today } }: Pick<Desk, 'actor' | 'here'>,
  id: OfficeId,
  at: Instant,
): Promise<PeopleView | null> {
  const thing = await officeThing(stores, id, today)
  if (!thing?.of || !may(actor, 'see-people', thing, today).yes) return null
  const office = thing.of
  const roles = rolesOf(office)
  const gives = roles.filter((role) => couldDo(actor, 'give-grant', { ...thing, role }, today))
  const grants = await stores.people.grantsOf(id)
  const resets = couldDo(actor, 'reset-factor', { ...thing, state: 'open', editedBy: [somebody] }, today)
    ? await stores.factors.resetsOf(id)
    : []
  return {
    of: office,
    holders: await stores.territory.holders(id),
    records: may(actor, 'record-holder', thing, today).yes,
    grants,
    invitations: gives.length > 0 ? await stores.invitations.openOf(id, at) : [],
    resets: resets.filter(({ person }) => person !== actor.person.id),
    gives,
    takes: roles.filter((role) => couldDo(actor, 'revoke-grant', { ...thing, role }, today)),
    below: await belowOf(stores, actor, office, today),
    audits: may(actor, 'see-denied', thing, today).yes,
    aboveNeeded: gives.length > 0 && gives.length < roles.length,
  }
}

/** May do it, if need be after showing the second factor again: the form is there, and says so when it is sent. */
function couldDo(
  actor: Actor,
  ...deed: Parameters<typeof may> extends [unknown, ...infer Rest] ? Rest : never
) {
  const answer = may(actor, ...deed)
  return answer.yes || answer.no.code === 'fresh-factor-needed'
}

/** The offices one step below whose people this actor sees. */
async function belowOf(
  stores: Stores,
  actor: Actor,
  office: Office,
  today: Desk['here']['today'],
): Promise<Office[]> {
  const units =
    office.id === governmentOffice || office.unit ? await stores.territory.children(office.unit, today) : []
  const ids = units.map(({ code }) =>
    office.post === 'maslikhat' ? maslikhatOffice(code) : akimOffice(code),
  )
  const things: (Thing & { of: Office | null })[] = []
  for (const id of ids) {
    const thing = await officeThing(stores, id, today)
    if (thing) things.push(thing)
  }
  if (office.id === governmentOffice)
    things.push(...bodiesOn(today).map((body) => ({ office: body.id, post: body.post, of: body })))
  return things.flatMap((thing) =>
    thing.of && thing.office !== office.id && may(actor, 'see-people', thing, today).yes ? [thing.of] : [],
  )
}
