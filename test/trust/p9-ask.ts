// Asking the matrix: several requests at once, each answer compared with the expectation.
import { mayMeet, rowFor } from './p9-expected.ts'
import { type Answered, type Cell, type Faces, saidBy } from './p9-routes.ts'
import { type World, canariesIn } from './p9-world.ts'

export const nameOf = ({ ask, viewer, desk, of, relation }: Cell): string =>
  `${viewer.name} ${ask.method} ${ask.route} (${ask.state}) ${desk === 'there' ? 'at the desk of' : 'at his own desk, about'} ${of} (${relation})`

/** Secrets that the viewer meets in an answer and must not, by the expectation or by another measure. */
export const leaksIn = ({ viewer }: Cell, { all }: Answered, allowed = mayMeet): string[] =>
  canariesIn(all)
    .filter((one) => !allowed(viewer, one))
    .map(({ kind, seat }) => `${kind} of ${seat}`)

/** What is wrong with an answer, or nothing. */
export function wrongIn(cell: Cell, answered: Answered): string | null {
  const leaks = leaksIn(cell, answered)
  if (leaks.length > 0) return `${nameOf(cell)}: leaks ${leaks.join(', ')}`
  const expected = rowFor(cell)?.[6]
  const said = saidBy(answered)
  return expected === said ? null : `${nameOf(cell)}: ${said}, ${expected ?? 'nothing'} expected`
}

let number = 0
/** Asks the cells, six at a time, until one gives something that is enough. */
export async function askAll<T>(
  world: World,
  faces: Faces,
  cells: readonly Cell[],
  see: (cell: Cell, answered: Answered) => T | null,
  enough = Infinity,
): Promise<T[]> {
  const found: T[] = []
  let next = 0
  const one = async () => {
    for (let at = next++; at < cells.length && found.length < enough; at = next++) {
      const seen = see(cells[at]!, await faces.send(world, cells[at]!, number++))
      if (seen !== null) found.push(seen)
    }
  }
  await Promise.all(Array.from({ length: 6 }, one))
  return found
}
