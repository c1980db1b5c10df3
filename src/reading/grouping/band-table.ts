// Where bands of sketches meet: a hash table in two typed arrays, with open addressing.

/** As many requests of one band as are kept: ten thousand copies need not all be remembered. */
const mostOfBand = 12

export class BandTable {
  private keys = new Uint32Array(1 << 12)
  /** Number of the request plus one; 0 is free. */
  private values = new Uint32Array(1 << 12)
  private used = 0

  /** The place of a request that is gone is free again. */
  add(band: number, request: number, gone: (request: number) => boolean): void {
    if (this.used * 4 >= this.keys.length * 3) this.grow()
    let met = 0
    for (let at = this.place(band); ; at = (at + 1) & (this.keys.length - 1)) {
      if (this.values[at] === 0) {
        this.keys[at] = band
        this.values[at] = request + 1
        this.used++
        return
      }
      if (this.keys[at] !== band) continue
      if (gone(this.values[at]! - 1)) {
        this.values[at] = request + 1
        return
      }
      if (++met >= mostOfBand) return
    }
  }

  /** Requests that share a band, oldest first as a rule. */
  of(band: number): number[] {
    const found: number[] = []
    for (let at = this.place(band); this.values[at] !== 0; at = (at + 1) & (this.keys.length - 1))
      if (this.keys[at] === band) found.push(this.values[at]! - 1)
    return found
  }

  private place(band: number): number {
    return Math.imul(band ^ (band >>> 15), 0x2c1b3c6d) & (this.keys.length - 1)
  }

  private grow(): void {
    const { keys, values } = this
    this.keys = new Uint32Array(keys.length * 2)
    this.values = new Uint32Array(values.length * 2)
    this.used = 0
    values.forEach((value, at) => {
      if (value === 0) return
      let to = this.place(keys[at]!)
      while (this.values[to] !== 0) to = (to + 1) & (this.keys.length - 1)
      this.keys[to] = keys[at]!
      this.values[to] = value
      this.used++
    })
  }
}
