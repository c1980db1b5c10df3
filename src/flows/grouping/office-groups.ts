// The groups of one office in memory: made of the lineage alone, step by step, so that every process has the same.
import {
  type Features,
  Grouper,
  type Grouping,
  featuresOf,
  learn,
  observePlaces,
  readRequest,
  topicOf,
} from '#reading'
import { type GroupId, type Move, type Reader, type Request, type RequestId, asRead } from '#requests'
import type { LocalDate } from '#kernel'
import type { OfficeId } from '#territory'
import type { Stores } from '../stores.ts'

/** Requests of which words are read at a time, so that others have their turn between. */
const atATime = 100

export type Proposal = {
  readonly request: Request
  /** As read beside the others of the office, with what it has taught. */
  readonly read: Request
  readonly grouping: Grouping
  readonly opens: boolean
  /** What it is about: see `topicOf`. */
  readonly topic: string
}

type Made = {
  /** Whose names of places nobody else learns. */
  readonly reader: Reader
  readonly register: string
  readonly newGroup: () => string
}

export class OfficeGroups {
  readonly office: OfficeId
  /** The day on which it was last held against the register. */
  day: LocalDate
  /** The register of places it was made with. */
  readonly register: string
  /** True while a transaction writes what is already done here: if it fails, this is not what is stored. */
  torn = false
  private readonly reader: Reader
  private readonly grouper: Grouper
  private readonly seen = new Set<RequestId>()
  private pooled = new Set<GroupId>()
  private at = 0
  private lessons: { until: number; of: ReturnType<typeof learn> } = { until: -1, of: learn([]) }
  private opened = false

  constructor(office: OfficeId, { reader, register, newGroup }: Made, day: LocalDate) {
    this.office = office
    this.day = day
    this.reader = reader
    this.register = register
    this.grouper = new Grouper(() => {
      this.opened = true
      return newGroup()
    })
  }

  /** Takes in what was moved since, by whichever process; false when it has to be made anew. */
  async catchUp(stores: Stores): Promise<boolean> {
    const pooled = new Set(await stores.groups.pooled(this.office))
    for (const id of this.pooled) if (!pooled.has(id)) return false
    for (const id of pooled)
      if (!this.pooled.has(id)) for (const member of this.grouper.membersOf(id)) this.grouper.remove(member)
    this.pooled = pooled
    const moves = await stores.requests.movesAfter(this.office, this.at)
    const last = new Map(moves.map(({ request, to }) => [request, to]))
    for (let from = 0; from < moves.length; from += atATime) {
      const some = moves.slice(from, from + atATime)
      const requests = await stores.requests.byIds([...new Set(some.map(({ request }) => request))])
      const byId = new Map(requests.map((request) => [request.id, request]))
      for (const move of some) this.apply(move, byId.get(move.request)!, last.get(move.request) ?? null)
      await new Promise((others) => setImmediate(others))
    }
    return true
  }

  private apply({ seq, to }: Move, request: Request, last: GroupId | null): void {
    this.at = seq
    this.observe(request)
    if (to === null) this.grouper.remove(request.id)
    else if (this.pooled.has(to)) this.grouper.remove(request.id)
    else if (this.grouper.group(request.id) !== undefined) this.grouper.move(request.id, to)
    // What does not stay need not be read: what leaves a group leaves no trace.
    else if (last !== null && !this.pooled.has(last))
      this.grouper.place(request.id, this.features(request), to)
  }

  /** Reads and places requests that wait, in their order; the caller writes what comes of it. */
  async propose(stores: Stores, waiting: readonly Request[]): Promise<Proposal[]> {
    const taught = await this.taught(stores)
    return waiting.map((request) => {
      this.observe(request)
      const reading = readRequest(request.words, this.reader)
      this.opened = false
      const features = { ...featuresOf(reading), problem: true }
      const grouping = this.grouper.add(request.id, features)
      const { opened } = this
      const known = taught ? readRequest(request.words, { ...this.reader, taught }) : reading
      const kept = (field: 'sphere' | 'level') => request.corrected.includes(field)
      const read = {
        ...request,
        sphere: kept('sphere') ? request.sphere : known.sphere,
        level: kept('level') ? request.level : known.level,
        reading: { ...asRead(known, []), masked: request.reading.masked },
      }
      return { request, read, grouping, opens: opened, topic: topicOf({ ...reading, sphere: read.sphere }) }
    })
  }

  /** The groups most like that of a request. */
  nearest(request: RequestId, most: number): Grouping[] {
    return this.grouper.nearest(request, most)
  }

  get size(): number {
    return this.grouper.size
  }

  private observe(request: Request): void {
    if (this.seen.has(request.id)) return
    this.seen.add(request.id)
    observePlaces(request.words, this.reader.lexicon, this.reader.places)
  }

  private features({ words }: Request): Features {
    return { ...featuresOf(readRequest(words, this.reader)), problem: true }
  }

  /** What the office has taught by its corrections; null when it has corrected nothing. */
  private async taught({ requests }: Stores) {
    const corrected = await requests.ofOffice(this.office, { corrected: true, limit: mostLessons })
    const lessons = corrected.filter(
      ({ corrected }) => corrected.includes('sphere') || corrected.includes('level'),
    )
    const mark = lessons.reduce((sum, { revision, seq }) => sum + revision * 31 + seq, lessons.length)
    if (mark !== this.lessons.until)
      this.lessons = {
        until: mark,
        of: learn(
          lessons.map(({ words, corrected, sphere, level }) => ({
            reading: readRequest(words, this.reader),
            ...(corrected.includes('sphere') ? { sphere } : {}),
            ...(corrected.includes('level') && level !== null ? { level } : {}),
          })),
        ),
      }
    return lessons.length > 0 ? this.lessons.of : null
  }
}

/** Lessons of an office that are looked at: the first so many. */
const mostLessons = 2000
