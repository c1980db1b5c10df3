// The features of a million requests in little memory: words as numbers, everything of one request in a row.
import type { Features } from './features-of.ts'
import { weightUnit } from './group-counts.ts'
import { sketchSize } from './near-duplicates.ts'

/** A column of numbers that grows by doubling. */
class Column<T extends Uint16Array | Uint32Array | Int32Array> {
  private values: T
  private readonly make: (length: number) => T
  length = 0

  constructor(make: (length: number) => T) {
    this.make = make
    this.values = make(1024)
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const more = this.make(this.values.length * 2)
      more.set(this.values)
      this.values = more
    }
    this.values[this.length++] = value
  }

  get(at: number): number {
    return this.values[at]!
  }

  set(at: number, value: number): void {
    this.values[at] = value
  }
}

export class FeatureStore {
  private readonly numberOf = new Map<string, number>()
  private readonly ids: string[] = []
  private readonly words: string[] = ['']
  private readonly wordNumber = new Map<string, number>([['', 0]])
  private readonly rows = new Column((length) => new Uint32Array(length))
  private readonly starts = new Column((length) => new Uint32Array(length))
  private readonly sketches = new Column((length) => new Uint16Array(length))
  private readonly groups = new Column((length) => new Int32Array(length))
  private gone = 0

  get size(): number {
    return this.ids.length - this.gone
  }

  /** Keeps the features of a request; the number it is known by from now on. */
  put(id: string, features: Features): number {
    const number = this.ids.length
    this.ids.push(id)
    this.numberOf.set(id, number)
    this.starts.push(this.rows.length)
    this.groups.push(0)
    for (let at = 0; at < sketchSize; at++) this.sketches.push(features.sketch[at]! & 0xffff)
    const list = (words: readonly string[]) => {
      this.rows.push(words.length)
      for (const word of words) this.rows.push(this.word(word))
    }
    this.rows.push(features.problem ? 1 : 0)
    list([features.sphere, features.place ?? ''])
    list(features.streets)
    list(features.institutions)
    list([...features.topics.keys()])
    for (const weight of features.topics.values()) this.rows.push(Math.round(weight * weightUnit))
    list(features.stems)
    return number
  }

  private word(word: string): number {
    const known = this.wordNumber.get(word)
    if (known !== undefined) return known
    this.words.push(word)
    this.wordNumber.set(word, this.words.length - 1)
    return this.words.length - 1
  }

  /** The features of a request; its sketch has the lower halves of the values. */
  get(number: number): Features {
    let at = this.starts.get(number)
    const next = () => this.rows.get(at++)
    const list = () => Array.from({ length: next() }, () => this.words[next()]!)
    const problem = next() === 1
    const [sphere = '', place = ''] = list()
    const streets = list()
    const institutions = list()
    const topics = new Map(list().map((topic) => [topic, 0]))
    for (const topic of topics.keys()) topics.set(topic, next() / weightUnit)
    return {
      sphere,
      place: place || null,
      streets,
      institutions,
      topics,
      stems: list(),
      sketch: this.sketch(number),
      problem,
    }
  }

  private sketch(number: number): Uint32Array {
    return Uint32Array.from({ length: sketchSize }, (_, at) => this.sketches.get(number * sketchSize + at))
  }

  /** The place of a request, empty where it names none. */
  placeOf(number: number): string {
    return this.words[this.rows.get(this.starts.get(number) + 3)]!
  }

  /** The share of equal values of two sketches. */
  likeness(number: number, sketch: Uint32Array): number {
    let same = 0
    for (let at = 0; at < sketchSize; at++)
      if (this.sketches.get(number * sketchSize + at) === (sketch[at]! & 0xffff)) same++
    return same / sketchSize
  }

  number(id: string): number | undefined {
    return this.numberOf.get(id)
  }

  id(number: number): string {
    return this.ids[number]!
  }

  groupOf(number: number): number {
    return this.groups.get(number)
  }

  move(number: number, group: number): void {
    this.groups.set(number, group)
  }

  forget(number: number): void {
    this.numberOf.delete(this.ids[number]!)
    this.groups.set(number, -1)
    this.ids[number] = ''
    this.gone++
  }

  /** Numbers of all requests kept, oldest first. */
  *all(): Generator<number> {
    for (let number = 0; number < this.ids.length; number++) if (this.groups.get(number) >= 0) yield number
  }
}
