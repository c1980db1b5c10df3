// Names of places that are known: of a gazetteer, and those that the requests themselves have shown.
import { foldWord } from './fold-letters.ts'
import { nameStems, onePlaceSpelledTwice, plainStem } from './name-stems.ts'
import type { NamesShown } from './names-shown.ts'
import { bigCities, tails } from './place-words.ts'
import type { Word } from './words-of.ts'

/** A place of the register: its id and every name it goes by, in any language. */
export type GazetteerPlace = { readonly id: string; readonly names: readonly string[] }

type Record = { weight: number; seen: number; small: number }

type Looked = { readonly at: number; centre: string | null; readonly spelled: ReadonlyMap<string, string> }

/** From this weight of sights on a name is known. */
const enough = 2.6
/** Or from this weight, seen so often and never with a small letter. */
const almostEnough = 2
const oftenSeen = 4

export class PlaceNames {
  private readonly settlements = new Map<string, Record>()
  private readonly streets = new Map<string, Record>()
  private readonly ids = new Map<string, string>()
  private readonly firstWords = new Set<string>()

  /** @param sure names of the gazetteer hold wherever they stand; false for one of a whole country. */
  constructor(gazetteer: readonly GazetteerPlace[] = [], sure = true) {
    for (const stem of bigCities)
      if (stem.length > 4) this.settlements.set(stem, { weight: enough, seen: 0, small: 0 })
    for (const { id, names } of gazetteer)
      for (const name of names) {
        const folds = name
          .toLowerCase()
          .split(/[\s-]+/)
          .map((word) => foldWord(word).fold)
          .filter(Boolean)
        if (folds.length === 0 || folds.join('').length < 3) continue
        const stem = [...folds.slice(0, -1), plainStem(folds.at(-1)!)].join(' ')
        if (!this.ids.has(stem)) this.ids.set(stem, id)
        this.settlements.set(stem, { weight: sure ? enough + 1 : 1.2, seen: 1, small: 0 })
        if (folds.length > 1) this.firstWords.add(plainStem(folds[0]!))
      }
  }

  /** Takes in the names that one text shows. */
  observe({ named, small }: NamesShown): void {
    this.observed++
    for (const [kind, stem, weight] of named) {
      const table = kind === 'street' ? this.streets : this.settlements
      const record = table.get(stem) ?? { weight: 0, seen: 0, small: 0 }
      record.weight += weight
      record.seen++
      table.set(stem, record)
      const space = stem.indexOf(' ')
      if (space > 0) this.firstWords.add(stem.slice(0, space))
    }
    for (const stem of small)
      for (const table of [this.settlements, this.streets]) {
        const record = table.get(stem)
        if (record) record.small++
      }
  }

  private known(kind: 'settlement' | 'street', stem: string): Record | undefined {
    const record = (kind === 'street' ? this.streets : this.settlements).get(stem)
    if (!record || record.weight <= record.small) return undefined
    const often = record.seen >= oftenSeen && record.small === 0 && record.weight >= almostEnough
    return record.weight >= enough || often ? record : undefined
  }

  /** The key of the best known among stems a name may have. */
  resolve(kind: 'settlement' | 'street' | 'district', stems: readonly string[]): string | undefined {
    let best: string | undefined
    let most = 0
    for (const stem of stems) {
      const record = (kind === 'street' ? this.streets : this.settlements).get(stem)
      if (record && record.weight > most) {
        most = record.weight
        best = stem
      }
    }
    return best === undefined ? undefined : this.keyOf(kind === 'street' ? 'street' : 'settlement', best)
  }

  /** A known name that begins with the word `at`; `cased`: the text uses capitals, so a small letter is no name. */
  find(
    kind: 'settlement' | 'street',
    words: readonly Word[],
    at: number,
    cased: boolean,
  ): { key: string; stem: string; to: number } | undefined {
    const word = words[at]!
    if (word.script === 'other' || word.fold.length < 3) return undefined
    const small = cased && !word.capital && !word.shouted
    if (small && !/(?:ск|цк)(?:и|аиа|ое|ие|ого|ому|ои|ом|их|им|уиу)$/.test(word.fold)) return undefined
    const next = words[at + 1]
    if (
      next &&
      next.sentence === word.sentence &&
      (this.firstWords.has(plainStem(word.fold)) || tails.test(next.fold))
    ) {
      const two = this.best(
        kind,
        nameStems(next.fold).map((stem) => `${plainStem(word.fold)} ${stem}`),
      )
      if (two) return { key: this.keyOf(kind, two), stem: two, to: at + 1 }
    }
    const one = this.best(kind, nameStems(word.fold))
    return one === undefined || (small && one.length < 4)
      ? undefined
      : { key: this.keyOf(kind, one), stem: one, to: at }
  }

  private best(kind: 'settlement' | 'street', stems: readonly string[]): string | undefined {
    let best: string | undefined
    let most = 0
    for (const stem of stems) {
      const record = this.known(kind, stem)
      if (!record || record.weight <= most) continue
      // What is oftener a street is no village.
      if (kind === 'settlement' && (this.streets.get(stem)?.weight ?? 0) > record.weight) continue
      most = record.weight
      best = stem
    }
    return best
  }

  private keyOf(kind: 'settlement' | 'street', stem: string): string {
    return kind === 'settlement' ? (this.ids.get(stem) ?? this.seenAs().spelled.get(stem) ?? stem) : stem
  }

  /** The names that are known by their sights, heaviest first. */
  list(kind: 'settlement' | 'street'): readonly string[] {
    const table = kind === 'street' ? this.streets : this.settlements
    return [...table]
      .filter(([stem]) => this.known(kind, stem))
      .toSorted((a, b) => b[1].weight - a[1].weight)
      .map(([stem]) => stem)
  }

  private looked: Looked = { at: -1, centre: null, spelled: new Map() }
  private observed = 0

  /** The settlement that is named most: as a rule the centre of the district. */
  centre(): string | null {
    return this.seenAs().centre
  }

  /** What all sights together say; looked at anew when there are more. */
  private seenAs(): Looked {
    if (this.looked.at === this.observed) return this.looked
    const known = this.list('settlement').filter((stem) => !this.ids.has(stem))
    this.looked = { at: this.observed, centre: null, spelled: onePlaceSpelledTwice(known) }
    let most = 0
    for (const [stem, { weight, seen }] of this.settlements)
      if (seen > 2 && weight > most) {
        most = weight
        this.looked.centre = this.keyOf('settlement', stem)
      }
    return this.looked
  }

  /** How often a settlement was seen. */
  seen(key: string): number {
    return this.settlements.get(key)?.seen ?? 0
  }
}
