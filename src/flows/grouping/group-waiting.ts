// What came in finds its group: proposals with their reasons, written under the lock of the office's grouping.
import { type Instant, type LocalDate, done } from '#kernel'
import type { Both } from '#meetings'
import type { GroupReason, TopicName, TopicNames } from '#reading'
import { type GroupId, type NewMove, type Request } from '#requests'
import { type OfficeId, type Unit, type UnitCode, isUnitCode } from '#territory'
import type { OfficeReaders } from '../office-readers.ts'
import type { Storage, Stores } from '../stores.ts'
import { OfficeGroups, type Proposal } from './office-groups.ts'

export type GroupingHouse = {
  readonly readers: OfficeReaders
  /** By which names topics go in proposed titles. */
  readonly topics: TopicNames
  readonly at: Instant
  readonly today: LocalDate
  readonly newId: () => string
}

/** Requests that are written in one transaction. */
const batch = 200

/**
 * Groups what waits in an office, oldest first; gives back its groups as they are in memory. `known` is what the last turn
 * gave back: it is caught up, or made anew where it does not fit.
 */
export async function groupWaiting(
  storage: Pick<Storage, 'transaction' | 'readOffice'>,
  house: GroupingHouse,
  office: OfficeId,
  known: OfficeGroups | null,
): Promise<OfficeGroups> {
  const acting = { person: null, offices: [office] }
  // The long way from nothing is gone without the lock; under it only what is newest is left.
  let groups = await storage.readOffice(acting, (stores) => caughtUp(stores, house, office, known))
  const { version } = groups
  const unkept = groups.takeUnkept()
  for (let from = 0; from < unkept.length; from += batch)
    await storage.transaction(acting, async ({ requests }) =>
      done(await requests.keepReadings(office, version, unkept.slice(from, from + batch))),
    )
  for (let more = true; more;)
    more = await storage
      .transaction(acting, async (stores) => {
        await stores.requests.hold(office)
        groups = await caughtUp(stores, house, office, groups)
        const filter = { fate: 'waiting', problem: true, limit: batch } as const
        const found = await stores.requests.ofOffice(office, filter)
        const held = await stores.requests.heldById(found.map(({ id }) => id))
        const waiting = held.filter(({ fate }) => fate === 'waiting')
        if (waiting.length === 0) return done(false)
        groups.torn = true
        await write(stores, house, office, await groups.propose(stores, waiting))
        await stores.requests.keepReadings(office, groups.version, groups.takeUnkept())
        return done(found.length === batch)
      })
      .then((outcome) => {
        groups.torn = false
        return outcome.ok && outcome.value
      })
  return groups
}

async function caughtUp(
  stores: Stores,
  { readers, today, newId }: GroupingHouse,
  office: OfficeId,
  known: OfficeGroups | null,
): Promise<OfficeGroups> {
  if (known?.day === today && !known.torn && (await known.catchUp(stores))) return known
  const { reader, version } = await readers.learning(stores, office, today)
  if (known && !known.torn && known.version === version && (await known.catchUp(stores))) {
    known.day = today
    return known
  }
  const groups = new OfficeGroups(office, { reader, version, newGroup: newId }, today)
  await groups.catchUp(stores)
  return groups
}

async function write(
  { requests, groups, territory }: Stores,
  { at, today, topics, newId }: GroupingHouse,
  office: OfficeId,
  proposals: readonly Proposal[],
): Promise<void> {
  const deed = newId()
  for (const { read, grouping, opens, topic } of proposals)
    if (opens) {
      const unit = await territory.unit(unitFor(read), today)
      const about = topics.get(topic) ?? topics.get(`sphere ${read.sphere}`)
      await groups.open({
        id: grouping.group as GroupId,
        office,
        unit: unitFor(read),
        sphere: read.sphere,
        level: read.level,
        body: null,
        funding: null,
        title: about && unit ? proposedTitle(about, unit) : null,
        priority: null,
        state: 'open',
        corrected: [],
        openedAt: at,
        revision: 1,
      })
    }
  for (const { request, read } of proposals) {
    if (!differs(request, read)) continue
    await requests.save({ ...read, revision: request.revision + 1 })
  }
  await requests.move(
    proposals.map(({ request, grouping }): NewMove => ({
      office,
      request: request.id,
      from: null,
      to: grouping.group as GroupId,
      why: 'proposal',
      deed,
      reasons: grouping.reasons as readonly GroupReason[],
      by: null,
      at,
    })),
  )
  await groups.agree([...new Set(proposals.map(({ grouping }) => grouping.group as GroupId))])
}

/** Places go by their full names: bare ones are adjectives ("Меркенский"), genitives, or shared with a station. */
const proposedTitle = ({ kk, ru }: TopicName, { name }: Unit): Both => ({
  kk: `${kk}: ${name.kk}`,
  ru: `${ru}: ${name.ru}`,
})

const differs = (before: Request, after: Request): boolean =>
  before.sphere !== after.sphere ||
  before.level !== after.level ||
  JSON.stringify(before.reading) !== JSON.stringify(after.reading)

/** The place that the words name, where the register knows it; else the one it was sent from. */
const unitFor = ({ reading, unit, corrected }: Request): UnitCode =>
  !corrected.includes('unit') && isUnitCode(reading.place) ? reading.place : unit
