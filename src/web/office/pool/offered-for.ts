// What the form of a line offers: places, central bodies, masked words to quote, earlier problems that are alike.
import { type Stores, likelyEarlier } from '#flows'
import { coverHouses } from '#reading'
import type { Reader } from '#requests'
import { type Unit, bodiesOn } from '#territory'
import type { WebHouse } from '../../house.ts'
import type { Desk } from '../desk.ts'
import type { LineProps } from './line-page.tsx'
import type { LineView, PoolView } from './read-pool.ts'

/** More units than this nobody looks for in a list. */
const mostUnits = 400
/** Requests of a line that are offered as quotes. */
const mostOffered = 12

export type Offered = Pick<LineProps, 'one' | 'units' | 'bodies' | 'quotes' | 'earlier'> & {
  readonly reader: Reader
}

/** What the form of a line offers; null when there is no such line. */
export async function offeredFor(
  house: WebHouse,
  stores: Stores,
  { here, office }: Desk,
  view: PoolView,
  group: string | undefined,
): Promise<Offered | null> {
  const one = view.lines.find(({ line }) => line.group === group)
  if (!one) return null
  const { pool } = view
  const words = pool.words.get(one.line.group) ?? []
  // Longer words may have come since: what is quoted stays on offer.
  const quoted = (await Array.fromAsync(one.line.quotes, (quote) => stores.requests.find(quote))).flatMap(
    (request) =>
      request?.group === one.line.group ? [{ ...request, request: request.id, group: one.line.group }] : [],
  )
  const reader = await house.intake.readers.of(stores, office.id, here.today)
  return {
    one,
    units: await unitsFor(stores, view, one, here.today),
    bodies: bodiesOn(here.today),
    quotes: [
      ...new Map(
        [...quoted, ...words.slice(0, mostOffered)].map((said) => [
          said.request,
          // As it will be published.
          { ...said, words: coverHouses(said.words) },
        ]),
      ).values(),
    ],
    reader,
    earlier: await likelyEarlier(stores, reader, {
      meeting: pool.meeting.id,
      line: one.line,
      words,
      today: here.today,
    }),
  }
}

/** Where the problem can be: in the unit of the meeting; in a large one, around where its requests lie. */
async function unitsFor(
  { territory }: Stores,
  { pool, units }: PoolView,
  { line }: LineView,
  today: Desk['here']['today'],
): Promise<Unit[]> {
  const below = await territory.subtree(pool.meeting.unit, today)
  const around =
    below.length <= mostUnits
      ? below
      : [...(await territory.lineage(line.unit, today)), ...(await territory.children(line.unit, today))]
  const own = units.get(line.unit)
  return [...new Map([...(own ? [own] : []), ...around].map((unit) => [unit.code, unit])).values()]
}
