// Earlier problems that an issue may repeat: the same matter in the same place, in the words of both. Only a proposal.
import type { LocalDate } from '#kernel'
import type { Problem } from '#problems'
import { Grouper, featuresOf, readRequest } from '#reading'
import type { Earlier, GroupWords, PoolLine, Reader } from '#requests'
import type { Stores } from './stores.ts'

/** So many earlier problems are compared, the newest ones; and so many are proposed. */
const mostCompared = 300
const mostProposed = 5
/** So many requests of an issue are compared, the longest ones. */
const mostWords = 8

export type LikelyEarlier = Earlier & { readonly earlier: Problem }

/**
 * Problems of other meetings in the place of the line, in what it lies in below its region, and in what lies in it:
 * those of its office and of offices above and below alike.
 */
export async function likelyEarlier(
  stores: Pick<Stores, 'problems' | 'pools' | 'territory'>,
  reader: Reader,
  {
    meeting,
    line,
    words,
    today,
  }: {
    readonly meeting: Problem['meeting']
    readonly line: Pick<PoolLine, 'unit' | 'title'>
    readonly words: readonly Pick<GroupWords, 'words'>[]
    readonly today: LocalDate
  },
): Promise<LikelyEarlier[]> {
  const lineage = await stores.territory.lineage(line.unit, today)
  const below = await stores.territory.subtree(line.unit, today)
  const around = [
    line.unit,
    ...lineage.slice(1, -1).map(({ code }) => code),
    ...below.map(({ code }) => code),
  ]
  const there = (await stores.problems.ofUnits([...new Set(around)], mostCompared)).filter(
    (one) => one.meeting !== meeting && one.state !== 'left-out',
  )
  if (there.length === 0) return []
  const features = (text: string) => featuresOf(readRequest(text, reader))
  const grouper = new Grouper(() => '')
  for (const problem of there)
    for (const [at, text] of (await saidOf(stores, problem)).entries())
      grouper.place(`${problem.id} ${at}`, features(text), problem.id)

  const own = [line.title.kk, line.title.ru, ...words.slice(0, mostWords).map((one) => one.words)]
    .filter((text) => text !== '')
    .map(features)
  const found = new Map<string, LikelyEarlier>()
  while (found.size < mostProposed) {
    const next = own.map((text) => grouper.likeliest(text)).find((one) => one !== undefined)
    const earlier = there.find(({ id }) => id === next?.group)
    if (!next || !earlier) break
    // A copy is known by a number that means nothing here.
    const why = next.reasons.map((reason) => (reason.kind === 'copy' ? { ...reason, what: '' } : reason))
    found.set(earlier.id, { problem: earlier.id, why, earlier })
    for (const member of grouper.membersOf(earlier.id)) grouper.remove(member)
  }
  return [...found.values()]
}

/** The words of a problem that are public: its titles and what its pool quotes. */
async function saidOf(
  { pools }: Pick<Stores, 'pools'>,
  { meeting, group, title }: Problem,
): Promise<string[]> {
  const [newest] = await pools.versions(meeting)
  const issue = newest?.content.issues.find((one) => one.group === group)
  return [title.kk, title.ru, ...(issue?.quotes ?? []).map(({ words }) => words)]
}
