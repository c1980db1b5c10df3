// What residents write in the demonstration: some of it stands in an approved pool, the rest waits for the commission.
import type { Act, MeetingId } from '#calendar'
import {
  type Instant,
  type LocalDate,
  type Result,
  addDays,
  done,
  earlier,
  instantOf,
  milliseconds,
  refuse,
} from '#kernel'
import { type RequestKey, hashFor, receiptCodeOf } from '#receipts'
import {
  type DemonstrationRequest,
  type DemonstrationRequests,
  type ReceiptHash,
  type Request,
  type RequestId,
  answerRequests,
  mergeGroups,
  receiveRequest,
  setAside,
  writeLine,
} from '#requests'
import { type UnitCode, akimOffice } from '#territory'
import { type Chance, demonstrationGrant, demonstrationPerson } from './year.ts'
import { type GroupingHouse, groupWaiting } from '../grouping/group-waiting.ts'
import { approveMeetingPool, drawUpPool } from '../pool-of-meeting.ts'
import type { Storage, Stores } from '../stores.ts'

export type DemonstrationIntake = Pick<GroupingHouse, 'readers' | 'topics'> & {
  readonly requests: DemonstrationRequests
  readonly seal: (words: string) => Uint8Array
}

const district = '315400000' as UnitCode
const office = akimOffice(district)

type Step<T> = (stores: Stores) => Promise<Result<T, unknown>>

/** Plays it over what was loaded before; everything is asserted, and nobody wrote it. Refuses what a step refuses. */
export async function demonstrateRequests(
  storage: Storage,
  chance: Chance,
  { requests, readers, topics, seal }: DemonstrationIntake,
  { today, at }: { today: LocalDate; at: Instant },
): Promise<Result<void, unknown>> {
  const meeting = await storage.readPublic(async ({ readings }) => {
    const own = await readings.meetingsOf(office, Number(today.slice(0, 4)))
    const inOrder = own.toSorted((a, b) => (a.day < b.day ? -1 : 1))
    return inOrder.find(({ day }) => day > today) ?? inOrder.at(-1)
  })
  if (!meeting) return done()
  const eve = earlier(addDays(today, -1), addDays(meeting.day, -1))
  const before = milliseconds(at) - milliseconds(`${today}T00:00:00.000Z` as Instant)
  const ago = (days: number) =>
    instantOf(milliseconds(`${addDays(eve, -days)}T00:00:00.000Z` as Instant) + before)
  const as = (role: 'author' | 'signer', days: number): Act => {
    const day = addDays(eve, -days)
    const grants = [{ ...demonstrationGrant(role, district, day), office }]
    const actor = { person: demonstrationPerson(role), grants, signedInAt: ago(days) }
    return { actor, at: ago(days), today: day, asserted: true, ...chance }
  }
  const inOffice = <T>(verb: Step<T>) => storage.transaction({ person: null, offices: [office] }, verb)

  let number = 0
  const come = async ({ unit, channel, days, words, who }: DemonstrationRequest) => {
    const name = `demonstration.request.${++number}`
    const code = receiptCodeOf(name as RequestKey)
    return inOffice(async (stores) =>
      receiveRequest(
        stores,
        { reader: await readers.of(stores, office, today), seal, at: ago(days), ...chance },
        {
          id: `demonstration-request-${number}` as RequestId,
          office,
          unit,
          meeting: meeting.id as MeetingId,
          channel,
          words,
          receivedAt: ago(days),
          asserted: true,
          enteredBy: who === null ? null : demonstrationPerson('author').id,
          receipt: hashFor('request', code) as ReceiptHash,
          source: null,
          externalId: null,
          proven: true,
          from: who === null ? null : { name: who, contact: '' },
        },
      ),
    )
  }
  const received = new Map<DemonstrationRequest, Request>()
  const all = [
    ...requests.pool.flatMap((issue) => issue.requests),
    ...requests.open,
    ...requests.answered.map(({ request }) => request),
    ...requests.spam,
  ]
  for (const one of all.toSorted((a, b) => b.days - a.days)) {
    const came = await come(one)
    if (!came.ok) return came
    received.set(one, came.value.request)
  }
  const grouping = { readers, topics, at: ago(1), today: addDays(eve, -1), newId: chance.newId }
  await groupWaiting(storage, grouping, office, null)

  const lying = (stores: Stores, one: DemonstrationRequest) => stores.requests.find(received.get(one)!.id)
  const steps: Step<unknown>[] = [
    ...requests.answered.map(({ request, answer }): Step<unknown> => async (stores) => {
      const { id, revision } = (await lying(stores, request))!
      const chosen = { requests: [{ id, revision }] }
      return answerRequests(stores, as('author', 1), { office, chosen, words: answer })
    }),
    ...requests.spam.map((one): Step<unknown> => async (stores) => {
      const { id, revision } = (await lying(stores, one))!
      const chosen = { requests: [{ id, revision }] }
      return setAside(stores, as('author', 1), { office, chosen, reason: 'spam', note: null })
    }),
    // What the machine put apart is one problem to the commission.
    ...requests.pool.map((issue): Step<unknown> => async (stores) => {
      const lies = (await Array.fromAsync(issue.requests, (one) => lying(stores, one))).map(
        (one) => one!.group!,
      )
      const [into, ...others] = [...new Set(lies)]
      const found = await Array.fromAsync([into!, ...others], (id) => stores.groups.find(id))
      const [kept, ...from] = found.map((group) => group!)
      return from.length === 0 ? done() : mergeGroups(stores, as('author', 1), { office, into: kept!, from })
    }),
    (stores) => drawUpPool(stores, as('author', 1), { meeting: meeting.id }),
    (stores) => writePool(stores, as('author', 1), meeting.id),
    async (stores) => {
      const draft = await stores.pools.draft(meeting.id)
      const command = { meeting: meeting.id, revision: draft?.revision ?? 0 }
      return approveMeetingPool(stores, as('signer', 0), command)
    },
  ]
  /** Gives the issues of the file their words; what is not in the file is left for the next version. */
  const writePool = async (stores: Stores, act: Act, id: MeetingId): Promise<Result<unknown, unknown>> => {
    for (const line of (await stores.pools.draft(id))?.lines ?? []) {
      let told: DemonstrationRequests['pool'][number] | undefined
      for (const issue of requests.pool)
        if ((await lying(stores, issue.requests[0]!))?.group === line.group) told = issue
      const quotes = told ? told.requests.slice(0, 2).map((one) => received.get(one)!.id) : []
      const { group, revision: seen, ...words } = line
      const written = await writeLine(stores, act, {
        meeting: id,
        group,
        seen,
        words: {
          ...words,
          out: told === undefined,
          ...(told && { title: told.title, funding: told.funding, quotes }),
        },
      })
      if (!written.ok) return written
    }
    return done()
  }
  for (const step of steps) {
    const outcome = await inOffice(step)
    if (!outcome.ok) return refuse(outcome.refusal)
  }
  return done()
}
