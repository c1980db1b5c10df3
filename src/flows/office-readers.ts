// Readers of citizens' words, one an office: the lexicon of the house with the names of the office's own places.
import { createHash } from 'node:crypto'
import type { LocalDate } from '#kernel'
import { type GazetteerPlace, type Lexicon, type NameList, PlaceNames, type ShippedKnowledge } from '#reading'
import type { Reader } from '#requests'
import { type OfficeId, type Unit, unitOfOffice } from '#territory'
import type { Stores } from './stores.ts'

export type OfficeReaders = {
  /** The lexicon of the house, for what no office reads. */
  lexicon(): Lexicon
  /** By which private persons are known in any words. */
  names(): NameList
  /** The same reader all day long, whatever it has read: readings do not depend on what came before. */
  of(stores: Pick<Stores, 'territory'>, office: OfficeId, today: LocalDate): Promise<Reader>
  /** A reader that may learn names of places from what it reads; of one version, all read the same after the same. */
  learning(
    stores: Pick<Stores, 'territory'>,
    office: OfficeId,
    today: LocalDate,
  ): Promise<{ readonly reader: Reader; readonly version: string }>
}

/** Readers in memory at a time; a reader of a region weighs a few megabytes. */
const mostKept = 40
/** From so many names on one of them needs more than its form to be taken for a place. */
const mostSure = 2000

/** `knowledge` is asked for when the first words come. */
export function officeReaders(knowledge: () => ShippedKnowledge): OfficeReaders {
  const kept = new Map<string, Reader>()
  let known: ShippedKnowledge | undefined
  const learning: OfficeReaders['learning'] = async ({ territory }, office, today) => {
    const unit = unitOfOffice(office)
    const places = unit ? await territory.subtree(unit, today) : await regionsAndDistricts(territory, today)
    const gazetteer = gazetteerOf(places)
    const { lexicon, names, learnt, version } = (known ??= knowledge())
    const reader = { lexicon, names, learnt, places: new PlaceNames(gazetteer, gazetteer.length <= mostSure) }
    const hash = createHash('sha256').update(`${version} ${JSON.stringify(gazetteer)}`)
    return { reader, version: hash.digest('base64url').slice(0, 16) }
  }
  return {
    lexicon: () => (known ??= knowledge()).lexicon,
    names: () => (known ??= knowledge()).names,
    learning,
    async of(stores, office, today) {
      const key = `${office} ${today}`
      const there = kept.get(key)
      if (there) return there
      const { reader } = await learning(stores, office, today)
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
      kept.set(key, reader)
      return reader
    },
  }
}

/** What a ministry is told of: a village in a letter to it stands beside its district. */
async function regionsAndDistricts(territory: Stores['territory'], today: LocalDate): Promise<Unit[]> {
  const regions = await territory.children(null, today)
  const districts = await Array.fromAsync(regions, ({ code }) => territory.children(code, today))
  return [...regions, ...districts.flat()]
}

/**
 * Places by the names people call them. Of a place within another of its name the inner one is meant, as a village in its
 * okrug; of places far from each other nobody knows which, so that name is a place but no unit.
 */
export function gazetteerOf(units: readonly Unit[]): GazetteerPlace[] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const lies = (unit: Unit | undefined, within: Unit): boolean =>
    unit !== undefined && (unit === within || lies(byCode.get(unit.parent!), within))
  return [...Map.groupBy(units, ({ short }) => short.kk.toLowerCase())].map(([name, same]) => {
    const innermost = same.find((unit) => same.every((other) => lies(unit, other)))
    return {
      id: innermost?.code ?? `name ${name}`,
      names: [...new Set(same.flatMap(({ short }) => [short.kk, short.ru]))],
    }
  })
}
