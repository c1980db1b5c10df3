// What the calendar of the country is asked for, read from its address, and what it needs to answer.
import type { Context } from 'hono'
import { type MeetingId, type Sphere, spheres } from '#calendar'
import type { DayCount, ListKey, ListPage, NationalFilter, Stores } from '#flows'
import { type LocalDate, lastOfMonth, localDate, parseLocalDate } from '#kernel'
import { type Unit, type UnitCode, type UnitKind, unitKinds } from '#territory'
import { askedCode, isName } from '../asked.ts'
import { type MapReading, readMap } from '../parts/map/place-map.tsx'

/** Kinds of units whose akims hold meetings. */
export const akimKinds = unitKinds.filter(
  (kind): kind is Exclude<UnitKind, 'microdistrict' | 'populated-place'> =>
    kind !== 'microdistrict' && kind !== 'populated-place',
)
export type AkimKind = (typeof akimKinds)[number]

export type NationalReading = {
  readonly regions: readonly Unit[]
  /** The districts of the region that was chosen. */
  readonly districts: readonly Unit[]
  readonly region: Unit | null
  readonly district: Unit | null
  readonly akim: AkimKind | null
  /** Of an issue in the pool of the meeting. */
  readonly sphere: Sphere | null
  readonly from: LocalDate
  readonly to: LocalDate | null
  /** `from` was typed and is not merely today. */
  readonly typedFrom: boolean
  readonly near: string
  /** Where "near me" was understood to be, and what else it may have meant. */
  readonly found: Unit | null
  readonly others: readonly { readonly unit: Unit; readonly above: readonly Unit[] }[]
  readonly wrong: 'value' | 'order' | null
  readonly month: LocalDate | null
  readonly page: ListPage
  readonly days: readonly DayCount[]
  readonly counts: ReadonlyMap<UnitCode, number>
  readonly map: MapReading | null
  /** Short names of the units that the grid of a month names. */
  readonly units: ReadonlyMap<UnitCode, Unit>
}

const perPage = 30
/** Of a day in the grid so many meetings are named. */
export const named = 3
const radiusKm = 50

export async function readNational(c: Context, stores: Stores, today: LocalDate): Promise<NationalReading> {
  const { readings: read, national } = stores
  const typed = (name: string) => c.req.query(name)?.trim() || undefined
  const regions = await read.children(null, today)
  const region = regions.find(({ code }) => code === askedCode(typed('region'))) ?? null
  const districts = region ? await read.children(region.code, today) : []
  const district = districts.find(({ code }) => code === askedCode(typed('district'))) ?? null
  const akim = akimKinds.find((kind) => kind === typed('akim')) ?? null
  const sphere = spheres.find((one) => one === typed('sphere')) ?? null
  const month = parseLocalDate(`${typed('month')}-01`) ?? null
  const typedFrom = parseLocalDate(typed('from'))
  const to = parseLocalDate(typed('to')) ?? null
  const from = typedFrom ?? today
  const near = (typed('near') ?? '').slice(0, 80)
  const matches = near ? await read.search(near, today, 5) : []
  // A station shares its name with the village that was meant.
  const first = matches.find(({ unit }) => unit.kind !== 'populated-place') ?? matches[0]
  const others = matches.filter((match) => match !== first)
  const order = to !== null && to < from
  const wrong =
    (typed('region') && !region) ||
    (typed('district') && !district && region) ||
    (typed('akim') && !akim) ||
    (typed('sphere') && !sphere) ||
    (typed('from') && !typedFrom) ||
    (typed('to') && !to) ||
    (typed('month') && !month)
  const filter: NationalFilter = {
    from: month ?? from,
    to: month ? lastOfMonth(month) : order ? undefined : (to ?? undefined),
    within: (district ?? region)?.code,
    akimOf: akim ?? undefined,
    sphere: sphere ?? undefined,
    at: first ? await around(stores, first.unit, first.above, today) : undefined,
  }
  const nowhere = near !== '' && !first
  const empty: ListPage = { meetings: [], before: false, after: false }
  const [after, before] = [keyOf(typed('after')), keyOf(typed('before'))]
  const page =
    month || nowhere
      ? empty
      : await national.list(filter, { after, before: after ? undefined : before }, perPage)
  const days = month && !nowhere ? await national.days(filter, named) : []
  const overview = region === null && !near && !month
  return {
    regions,
    districts,
    region,
    district,
    akim,
    sphere,
    from,
    to,
    typedFrom: typedFrom !== undefined,
    near,
    found: first?.unit ?? null,
    others,
    wrong: order ? 'order' : wrong ? 'value' : null,
    month,
    page,
    days,
    counts: overview ? await national.regionCounts(filter) : new Map(),
    map: overview
      ? await readMap(
          read,
          null,
          regions.map(({ code }) => code),
          today,
        )
      : null,
    units: new Map(
      (
        await national.units([...new Set(days.flatMap(({ first }) => first.map(({ unit }) => unit)))], today)
      ).map((unit) => [unit.code, unit]),
    ),
  }
}

/** Near a place: what it lies in short of the region, what is in its district, and what is not far as the crow flies. */
async function around(
  { territory, national }: Stores,
  unit: Unit,
  above: readonly Unit[],
  today: LocalDate,
): Promise<UnitCode[]> {
  const chain = [unit, ...above]
  const district = chain.at(-2) ?? unit
  const inDistrict = await territory.subtree(district.code, today)
  const close = await national.within(unit.code, radiusKm)
  return [
    ...new Set(
      [...chain.slice(0, Math.max(1, chain.length - 1)), ...inDistrict].map(({ code }) => code).concat(close),
    ),
  ]
}

/** `2026-03-04.10:00.the-id`. */
export function keyOf(text: string | undefined): ListKey | undefined {
  const [, day, start, id] = /^(\d{4}-\d{2}-\d{2})\.(\d{2}:\d{2})\.(.+)$/.exec(text ?? '') ?? []
  const parsed = parseLocalDate(day)
  return parsed && start && isName(id) ? { day: parsed, start, id: id as MeetingId } : undefined
}

export const keyText = ({ day, start, id }: ListKey): string => `${day}.${start}.${id}`

/** The month before or after. */
export const monthBeside = (month: LocalDate, step: 1 | -1): string => {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + step
  const text = `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
  return localDate(`${text}-01`).slice(0, 7)
}
