// An approved pool becomes problem issues: each line is one for good, whatever versions follow.
import type { Act } from '#calendar'
import type { Pool } from '#requests'
import type { UnitCode } from '#territory'
import type { Problem, ProblemId, ProblemLink, ProblemStore } from './problem.ts'
import { firstState, mayFollow } from './states.ts'

export type PoolOutcome = {
  readonly pool: Pool
  readonly region: UnitCode
  /** Earlier problems of each group with the signs they were known by. */
  readonly earlier: ReadonlyMap<string, readonly Pick<ProblemLink, 'earlier' | 'why'>[]>
}

/**
 * Brings the problems of a meeting to the newest version of its pool: new lines begin, lines that stayed take its words
 * and counts, what is no longer there is left out, what came back is in the pool again. Gives them in the order of the pool.
 *
 * Throws when somebody changed one of them since the transaction began.
 */
export async function keepProblems(
  problems: ProblemStore,
  { at, newId }: Pick<Act, 'at' | 'newId'>,
  { pool, region, earlier }: PoolOutcome,
): Promise<Problem[]> {
  const { meeting, office, content } = pool
  const known = new Map((await problems.ofMeeting(meeting)).map((one) => [one.group as string, one]))
  const kept: Problem[] = []
  for (const [place, issue] of content.issues.entries()) {
    const { group, unit, title, sphere, level, body, funding, voices } = issue
    const before = known.get(group)
    known.delete(group)
    const words = { unit, region, position: place + 1, title, sphere, level, body, funding, voices }
    const problem = before
      ? await next(problems, before, {
          ...words,
          ...(mayPool(before) ? { state: firstState, stateAt: at } : {}),
        })
      : {
          ...words,
          id: newId() as ProblemId,
          office,
          meeting,
          group,
          state: firstState,
          openedAt: at,
          stateAt: at,
          revision: 1,
        }
    if (!before) await problems.begin(problem)
    for (const link of earlier.get(group) ?? []) await problems.link({ problem: problem.id, ...link, at })
    kept.push(problem)
  }
  for (const gone of known.values())
    if (mayFollow(gone.state, 'left-out')) await next(problems, gone, { state: 'left-out', stateAt: at })
  return kept
}

const mayPool = ({ state }: Problem): boolean => mayFollow(state, firstState)

async function next(problems: ProblemStore, before: Problem, change: Partial<Problem>): Promise<Problem> {
  const after = { ...before, ...change, revision: before.revision + 1 }
  if (!(await problems.save(after))) throw new Error(`problem ${before.id} was changed meanwhile`)
  return after
}
