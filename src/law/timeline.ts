// The life of an act as events with a cause, and the spans in which its provisions are in force.
import { type LocalDate, addDays } from '#kernel'
import type { Act, Provision } from './act.ts'
import type { Law } from './compile.ts'

type Event = {
  readonly id: string
  readonly date: LocalDate
  readonly type: 'generation' | 'amendment' | 'repeal'
  readonly source: string
}
export type Timeline = {
  readonly events: readonly Event[]
  /** The spans in which provisions are in force, by `from until`. */
  readonly groups: ReadonlyMap<
    string,
    { readonly id: string; readonly from: LocalDate; readonly until: LocalDate | null }
  >
}

/** The acts that changed it. */
export const amendedBy = (law: Law, act: Act): Act[] => law.acts.filter(({ amends }) => amends === act.id)

/** The act's birth, the beginnings of its editions, the days of acts that amended it, and its end. */
export function timelineOf(law: Law, act: Act, provisions: readonly Provision[]): Timeline {
  const events = new Map<LocalDate, Event>()
  const add = (date: LocalDate, type: Event['type'], source: string) => {
    if (!events.has(date)) events.set(date, { id: `ev_${date}`, date, type, source })
  }
  add(act.date ?? act.in_force!.from, 'generation', 'original')
  for (const amending of amendedBy(law, act)) {
    const begun = act.editions.find(({ from }) => amending.date !== null && from >= amending.date)
    const day = begun?.from ?? amending.date
    if (day) add(day, 'amendment', `ref_${amending.id}`)
  }
  const until = act.in_force?.until
  if (until) add(addDays(until, 1), 'repeal', act.repealed_by ? `ref_${act.repealed_by}` : 'original')
  const groups = new Map<string, { id: string; from: LocalDate; until: LocalDate | null }>()
  for (const { inForce } of provisions) {
    const key = `${inForce.from} ${inForce.until}`
    if (!groups.has(key)) groups.set(key, { id: `tg_${groups.size + 1}`, ...inForce })
    add(inForce.from, inForce.from === act.in_force?.from ? 'generation' : 'amendment', 'original')
    if (inForce.until) add(addDays(inForce.until, 1), 'amendment', 'original')
  }
  return { events: [...events.values()].sort((a, b) => (a.date < b.date ? -1 : 1)), groups }
}
