// The pools of an office by its meetings: those that come, and those of the last months.
import type { Stores } from '#flows'
import { addDays } from '#kernel'
import type { Desk } from '../desk.ts'
import { listMeetings } from '../meetings/list-meetings.ts'
import type { ListedPool } from './pools-page.tsx'

const daysBack = 120
const mostListed = 40

export async function listPools(stores: Stores, desk: Desk): Promise<Pools> {
  const { coming, past } = await listMeetings(stores, desk)
  const since = addDays(desk.here.today, -daysBack)
  const standing = async ({ id, day, start, unit }: (typeof coming)[number]): Promise<ListedPool> => {
    const [newest] = await stores.pools.versions(id)
    const draft = await stores.pools.draft(id)
    return {
      id,
      day,
      start,
      unit,
      version: newest?.number ?? null,
      waits: draft !== null && draft.editors.length > 0,
    }
  }
  const near = (meetings: typeof coming) =>
    Array.fromAsync(meetings.filter(({ state }) => state !== 'cancelled').slice(0, mostListed), standing)
  return { coming: await near(coming), past: await near(past.filter(({ day }) => day >= since)) }
}

type Pools = { readonly coming: readonly ListedPool[]; readonly past: readonly ListedPool[] }
