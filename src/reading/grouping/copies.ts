// The same letter again: found by the bands of its sketch, told from a like one about another place.
import { BandTable } from './band-table.ts'
import { apart, copyFrom } from './compare-requests.ts'
import type { FeatureStore } from './feature-store.ts'
import type { Features } from './features-of.ts'
import { bandsOf } from './near-duplicates.ts'

export class Copies {
  private readonly bands = new BandTable()
  private readonly kept: FeatureStore

  constructor(kept: FeatureStore) {
    this.kept = kept
  }

  add(number: number, { sketch }: Features): void {
    for (const band of bandsOf(sketch)) this.bands.add(band, number, (other) => this.kept.groupOf(other) < 0)
  }

  /** The earliest of the requests most like this one, if it is a copy of it. */
  of(features: Features): number | undefined {
    let best: number | undefined
    let most = copyFrom
    const asked = new Set<number>()
    for (const band of bandsOf(features.sketch))
      for (const other of this.bands.of(band)) {
        if (asked.has(other) || this.kept.groupOf(other) < 0) continue
        asked.add(other)
        const like = this.kept.likeness(other, features.sketch)
        if (like < most || (like === most && best !== undefined && best < other)) continue
        if (apart(features, this.kept.get(other))) continue
        most = like
        best = other
      }
    return best
  }
}
