// Who groups for whom: one turn at a time for each office, its groups kept in memory between the turns.
import { type Instant, type LocalDate } from '#kernel'
import type { TopicNames } from '#reading'
import type { GroupId, RequestId } from '#requests'
import type { OfficeId } from '#territory'
import type { OfficeReaders } from '../office-readers.ts'
import type { Storage } from '../stores.ts'
import { groupWaiting } from './group-waiting.ts'
import type { OfficeGroups } from './office-groups.ts'

export type Candidate = { readonly group: GroupId; readonly surety: number }

export type GroupingDesk = {
  /** Groups what waits; comes back when it lies in its groups. A fault is told to the house, never to the caller. */
  group(office: OfficeId): Promise<void>
  /** The groups most like that of a request, as of the last turn, best first; null while they are not in memory yet. */
  nearest(office: OfficeId, request: RequestId, most: number): readonly Candidate[] | null
  /** When no turn is under way. */
  idle(): Promise<void>
}

/** Offices whose groups are in memory at a time. */
const mostKept = 60

export function groupingDesk(house: {
  readonly storage: Pick<Storage, 'transaction' | 'readOffice'>
  readonly readers: OfficeReaders
  /** Read when the first words come. */
  readonly topics: () => TopicNames
  readonly now: () => { readonly at: Instant; readonly today: LocalDate }
  readonly newId: () => string
  readonly fault: (fault: unknown) => void
}): GroupingDesk {
  const kept = new Map<OfficeId, OfficeGroups>()
  let topics: TopicNames | undefined
  /** The turn under way, and the one after it: who asks while one runs may have come too late for it. */
  const turns = new Map<OfficeId, { running: Promise<void>; next: Promise<void> | null }>()

  async function turn(office: OfficeId): Promise<void> {
    const known = kept.get(office) ?? null
    try {
      topics ??= house.topics()
      const groups = await groupWaiting(house.storage, { ...house, ...house.now(), topics }, office, known)
      kept.delete(office)
      kept.set(office, groups)
      if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
    } catch (fault) {
      house.fault(fault)
    }
  }

  function start(office: OfficeId): Promise<void> {
    const running = turn(office).then(() => {
      const { next } = turns.get(office)!
      if (!next) turns.delete(office)
    })
    turns.set(office, { running, next: null })
    return running
  }

  return {
    group(office) {
      const under = turns.get(office)
      if (!under) return start(office)
      return (under.next ??= under.running.then(() => start(office)))
    },
    nearest: (office, request, most) =>
      kept
        .get(office)
        ?.nearest(request, most)
        .map(({ group, surety }) => ({ group: group as GroupId, surety })) ?? null,
    async idle() {
      while (turns.size > 0)
        await Promise.all([...turns.values()].map(({ next, running }) => next ?? running))
    },
  }
}
