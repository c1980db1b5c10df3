// The earlier problems that the lines of a draft repeat, as pages lead to them.
import type { Stores } from '#flows'
import type { ProblemId } from '#problems'
import { localDay } from '#territory'
import { addresses } from '../../address.ts'
import type { Here } from '../../here.ts'
import { titleIn } from '../../parts/pool-words.ts'
import type { ApproveProps } from './approve-page.tsx'
import type { PoolView } from './read-pool.ts'

export async function earlierIn(
  { problems }: Pick<Stores, 'problems'>,
  here: Here,
  view: PoolView,
): Promise<ApproveProps['earlier']> {
  const ids = [...new Set([...view.pool.earlier.values()].flat())]
  const found = await Array.fromAsync(ids, (id) => problems.find(id as ProblemId))
  return new Map(
    found.flatMap((one) =>
      one
        ? [
            [
              one.id as string,
              {
                href: addresses[here.language].problem(one.id),
                title: titleIn(here, one.title),
                when: here.format.day(localDay(one.openedAt, one.unit)),
              },
            ] as const,
          ]
        : [],
    ),
  )
}
