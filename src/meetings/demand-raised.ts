// Residents demand a meeting and support the demand of others; enough of them make it a fact of the law.
import type { EntryId, JournalStore, NewEntry, Payload } from '#journal'
import { type Instant, type LocalDate, type Result, addDays, done, refuse } from '#kernel'
import { type OfficeId, type TerritoryStore, type UnitCode, localDay, unitOfOffice } from '#territory'
import {
  type Demand,
  type DemandId,
  type DemandRule,
  type DemandStore,
  type SupportRefusal,
  lastDayToSupport,
  stateOfDemand,
} from './demand.ts'

export type DemandPorts = { readonly demands: DemandStore; readonly journal: JournalStore }

/** What a resident brings: when, and the hashes for this demand of his code and of his device. */
export type ByResident = {
  readonly at: Instant
  readonly code: string
  readonly device: string
  readonly newId: () => string
  readonly newSalt: () => string
  /** True for the demonstration, which was not witnessed. */
  readonly asserted?: boolean
}

export type RaiseDemand = {
  readonly id: DemandId
  readonly office: OfficeId
  readonly unit: UnitCode
  readonly words: string
  readonly language: Demand['language']
  readonly rule: DemandRule
}

/** Control signs save the end of a line, halves of characters, marks that turn a text around. */
const unwritable = /[\p{Cs}\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u
/** A demand is plain words: what looks like a mark of HTML is no part of them. */
const marks = /<\s*[a-z!/?]/i

/** What is wrong with the words of a demand; null when nothing is. */
export function wordsFault(words: string): SupportRefusal | null {
  const { length } = [...words]
  if (length < 20) return { code: 'words-wanted' }
  if (length > 1000) return { code: 'words-too-long' }
  return unwritable.test(words) || marks.test(words) ? { code: 'words-with-marks' } : null
}

/**
 * Raises a demand; who raises it is its first supporter. The same form sent again changes nothing.
 *
 * Refuses: words-wanted (20 characters), words-too-long (1,000), words-with-marks, no-such-unit, no-such-office (it has
 * to be the akim of the place or of one above it), device-supports-it.
 */
export async function raiseDemand(
  stores: DemandPorts & { readonly territory: Pick<TerritoryStore, 'office' | 'lineage'> },
  by: ByResident,
  { id, office, unit, words, language, rule }: RaiseDemand,
): Promise<Result<Demand, SupportRefusal>> {
  const fault = wordsFault(words)
  if (fault) return refuse(fault)
  const today = localDay(by.at, unit)
  const lineage = await stores.territory.lineage(unit, today)
  const region = lineage.at(-1)
  if (!region) return refuse({ code: 'no-such-unit', unit })
  const own = unitOfOffice(office)
  if (!own || !lineage.some(({ code }) => code === own) || !(await stores.territory.office(office)))
    return refuse({ code: 'no-such-office', office })
  const demand: Demand = {
    id,
    office,
    unit,
    region: region.code,
    words,
    language,
    ...rule,
    raisedAt: by.at,
    until: lastDayToSupport(by.at, unit),
    supporters: 0,
    judged: null,
    registered: null,
    decision: null,
  }
  if (await stores.demands.add(demand))
    await stores.journal.append([
      entryOf(by, demand, 'demand-raised', { unit, threshold: rule.threshold, days: rule.days }),
    ])
  const supported = await supportDemand(stores, by, id)
  return supported.ok ? done({ ...demand, supporters: 1 }) : supported
}

/**
 * Supports a demand; the supporter who makes them enough registers it (A826-3.1.a), once, whoever comes at the same moment.
 *
 * Refuses: no-such-demand, demand-closed (decided, or out of its days), device-supports-it.
 */
export async function supportDemand(
  stores: DemandPorts,
  by: ByResident,
  id: DemandId,
): Promise<Result<'supported' | 'supported-before', SupportRefusal>> {
  const demand = await stores.demands.find(id)
  if (!demand) return refuse({ code: 'no-such-demand' })
  const state = stateOfDemand(demand, localDay(by.at, demand.unit))
  if (state !== 'collecting' && state !== 'registered') return refuse({ code: 'demand-closed' })
  await stores.demands.hold(id)
  const { code, device, at } = by
  const supported = await stores.demands.support({ demand: id, code, device, at })
  if (supported === 'device-supports-it') return refuse({ code: supported })
  if (!demand.registered && (await stores.demands.supporters(id)) >= demand.threshold)
    await registerDemand(stores, by, demand, localDay(at, demand.unit))
  return done(supported)
}

/**
 * Takes a support back by its code. A demand that was registered stays so.
 *
 * Refuses: no-such-demand, demand-closed, no-such-code.
 */
export async function withdrawSupport(
  { demands }: Pick<DemandPorts, 'demands'>,
  {
    demand: id,
    code,
    today,
  }: { readonly demand: DemandId; readonly code: string; readonly today: LocalDate },
): Promise<Result<void, SupportRefusal>> {
  const demand = await demands.find(id)
  if (!demand) return refuse({ code: 'no-such-demand' })
  if (!['collecting', 'registered'].includes(stateOfDemand(demand, today)))
    return refuse({ code: 'demand-closed' })
  return (await demands.withdraw(id, code)) ? done() : refuse({ code: 'no-such-code' })
}

type By = Pick<ByResident, 'at' | 'newId' | 'newSalt' | 'asserted'> & { readonly actor?: string }

/** Makes the demand a fact of the law and starts the clock of its decision. */
export async function registerDemand(
  { demands, journal }: DemandPorts,
  by: By,
  demand: Demand,
  today: LocalDate,
): Promise<void> {
  const supporters = await demands.supporters(demand.id)
  const due = addDays(today, demand.days)
  if (await demands.register(demand.id, { at: by.at, due, supporters }))
    await journal.append([
      entryOf(by, demand, 'demand-registered', {
        id: demand.id,
        office: demand.office,
        unit: demand.unit,
      }),
    ])
}

export const entryOf = (by: By, { id, office }: Demand, type: string, payload: Payload): NewEntry => ({
  id: by.newId() as EntryId,
  type,
  at: by.at,
  asserted: by.asserted ?? false,
  actor: by.actor ?? null,
  office,
  subject: id,
  payload,
  corrects: null,
  salt: by.newSalt(),
})
