// How often a problem was raised before: what it repeats, and what that repeated in its turn.
import type { Problem, ProblemId, ProblemStore } from './problem.ts'

/** Further back nobody looks. */
const most = 40

/** These problems and all that they repeat, the newest first. */
export async function raisedBefore(
  problems: Pick<ProblemStore, 'find' | 'linksOf'>,
  from: readonly ProblemId[],
): Promise<Problem[]> {
  const seen = new Set(from)
  const found: Problem[] = []
  for (const id of seen) {
    const problem = found.length < most ? await problems.find(id) : null
    if (!problem) continue
    found.push(problem)
    for (const link of await problems.linksOf(id)) if (link.problem === id) seen.add(link.earlier)
  }
  return found.toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : a.openedAt > b.openedAt ? -1 : 0))
}
