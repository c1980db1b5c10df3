// Readers of citizens' words, one an office: the lexicon of the house with the names of the office's own places.
import type { LocalDate } from '#kernel'
import { type Knowledge, PlaceNames } from '#reading'
import type { Reader } from '#requests'
import { type OfficeId, unitOfOffice } from '#territory'
import type { Stores } from './stores.ts'

export type OfficeReaders = {
  /** The same reader all day long, whatever it has read: readings do not depend on what came before. */
  of(stores: Pick<Stores, 'territory'>, office: OfficeId, today: LocalDate): Promise<Reader>
}

/** Readers in memory at a time; a reader of a region weighs a few megabytes. */
const mostKept = 40
/** From so many names on one of them needs more than its form to be taken for a place. */
const mostSure = 2000

/** `knowledge` is asked for when the first words come. */
export function officeReaders(knowledge: () => Pick<Knowledge, 'lexicon' | 'names'>): OfficeReaders {
  const kept = new Map<string, Reader>()
  let known: Pick<Knowledge, 'lexicon' | 'names'> | undefined
  return {
    async of({ territory }, office, today) {
      const key = `${office} ${today}`
      const there = kept.get(key)
      if (there) return there
      const unit = unitOfOffice(office)
      const places = unit ? await territory.subtree(unit, today) : []
      const gazetteer = places.map(({ code, name }) => ({ id: code, names: [name.kk, name.ru] }))
      const { lexicon, names } = (known ??= knowledge())
      const reader = { lexicon, names, places: new PlaceNames(gazetteer, gazetteer.length <= mostSure) }
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
      kept.set(key, reader)
      return reader
    },
  }
}
