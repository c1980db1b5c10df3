// What the readings not taken would say at the same key: the same question under each, one doubt at a time.
import type { Question } from './ask.ts'
import { evaluate } from './evaluate.ts'
import type { Law } from './compile.ts'
import type { Verdict, VerdictKey } from './verdict.ts'
import type { World } from './world.ts'

export type OtherReading = {
  readonly doubt: string
  /** The reading taken, and the other one. */
  readonly taken: string
  readonly reading: string
  /** What the other one gives; null where it gives no result at this key. */
  readonly verdict: Verdict | null
}

/** For each doubt of the norm and each reading of it that changes its rule: the verdict it would give. */
export function otherReadings(law: Law, world: World, key: VerdictKey, question: Question): OtherReading[] {
  const { doubts = [] } = law.provision(key.norm) ?? {}
  return doubts.flatMap(({ id, taken, changes }) =>
    [law.doubt(id)!.default, ...changes]
      .filter((reading, i, all) => reading !== taken && changes.length > 0 && all.indexOf(reading) === i)
      .map((reading) => {
        const read = law.reread({ ...law.readings, [id]: reading })
        const found = evaluate(read, world, { ...question, norms: [key.norm], bearers: [key.bearer] })
        const verdict = found.find(({ subject, period }) => subject === key.subject && period === key.period)
        return { doubt: id, taken, reading, verdict: verdict ?? null }
      }),
  )
}
