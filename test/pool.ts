// Groups of requests on the problems of a place, as a bench would have left them, for tests of pools.
import type { MeetingId } from '#calendar'
import type { Stores } from '#flows'
import { type Instant, done } from '#kernel'
import type { GroupId, GroupState, RequestChannel, RequestId } from '#requests'
import type { OfficeId, UnitCode } from '#territory'
import type { Demonstration } from './demonstration.ts'
import { receive } from './requests.ts'

export type Heap = {
  readonly office: OfficeId
  readonly unit: UnitCode
  readonly meeting: MeetingId | null
  readonly group: string
  readonly sphere: string
  readonly state: GroupState
  readonly at: Instant
  /** Each is one request. */
  readonly words: readonly string[]
  readonly channel?: RequestChannel
}

/** Receives the words and lays them into one group; the ids of the requests are `<group>.0`, `<group>.1` and so on. */
export async function heap({ storage }: Pick<Demonstration, 'storage'>, of: Heap): Promise<void> {
  const { office, unit, meeting, group, sphere, state, at, words, channel = 'web' } = of
  const outcome = await storage.transaction({ person: null, offices: [office] }, async (stores: Stores) => {
    for (const [number, text] of words.entries()) {
      const sent = { id: `${group}.${number}`, office, unit, meeting, channel, words: text, at }
      const received = await receive(stores, sent)
      if (!received.ok) return received
    }
    const id = group as GroupId
    if (!(await stores.groups.find(id)))
      await stores.groups.open({
        id,
        office,
        unit,
        sphere,
        state,
        level: null,
        body: null,
        funding: null,
        title: null,
        priority: null,
        corrected: [],
        openedAt: at,
        revision: 1,
      })
    await stores.requests.move(
      words.map((_, number) => ({
        office,
        request: `${group}.${number}` as RequestId,
        from: null,
        to: id,
        why: 'proposal' as const,
        deed: `heap ${group}`,
        reasons: [],
        by: null,
        at,
      })),
    )
    return done()
  })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
}
