// The groups of one office in memory: made of the lineage alone, step by step, so that every process has the same.
import {
  type Features,
  Grouper,
  type Grouping,
  type KeptReading,
  type NamesShown,
  featuresOf,
  learn,
  namesShown,
  packReading,
  readRequest,
  topicOf,
  unpackReading,
} from '#reading'
import {
  type GroupId,
  type MoveRead,
  type PackedReading,
  type Reader,
  type Request,
  type RequestId,
  asRead,
} from '#requests'
import type { LocalDate } from '#kernel'
import type { OfficeId } from '#territory'
import type { Stores } from '../stores.ts'

/** Moves that are asked for at a time, and those gone through before others have their turn. */
const atATime = 500
const inATurn = 10

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
  readonly version: string
  readonly newGroup: () => string
}

export class OfficeGroups {
  readonly office: OfficeId
  /** The day on which it was last held against the register. */
  day: LocalDate
  /** Of the reader it was made with. */
  readonly version: string
  /** True while a transaction writes what is already done here: if it fails, this is not what is stored. */
  torn = false
  private readonly reader: Reader
  private readonly grouper: Grouper
  private readonly seen = new Set<RequestId>()
  private unkept: PackedReading[] = []
  private pooled = new Set<GroupId>()
  private at = 0
  private lessons: { until: number; of: ReturnType<typeof learn> } = { until: -1, of: learn([]) }
  private opened = false

  constructor(office: OfficeId, { reader, version, newGroup }: Made, day: LocalDate) {
    this.office = office
    this.day = day
    this.reader = reader
    this.version = version
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
    for (let more = true; more;) {
      const { office, at: after, version } = this
      const moves = await stores.requests.movesRead(office, { after, version, limit: atATime })
      const met = new Set<RequestId>()
      const unread = new Set<RequestId>()
      const steps: { move: MoveRead; kept: KeptReading | null }[] = []
      for await (const move of inTurns(moves)) {
        const isMet = this.seen.has(move.request) || met.has(move.request)
        met.add(move.request)
        const kept = isMet || move.packed === null ? null : unpackReading(move.packed)
        if (!kept || (!kept.features && this.stays(move))) unread.add(move.request)
        steps.push({ move, kept })
      }
      const requests = await stores.requests.byIds([...unread])
      const words = new Map(requests.map((request) => [request.id, request.words]))
      for await (const { move, kept } of inTurns(steps)) this.apply(move, kept, words.get(move.request) ?? '')
      more = moves.length === atATime
    }
    return true
  }

  /** `kept`: null for a request met before, and for one that has to be read in its words. */
  private apply(move: MoveRead, kept: KeptReading | null, words: string): void {
    const { seq, request, to } = move
    this.at = seq
    const shown = this.seen.has(request) ? null : (kept?.shown ?? namesShown(words, this.reader.lexicon))
    if (shown) this.observe(request, shown)
    let features = kept?.features ?? null
    if (to === null || this.pooled.has(to)) this.grouper.remove(request)
    else if (this.grouper.group(request) !== undefined) this.grouper.move(request, to)
    // What does not stay need not be read: what leaves a group leaves no trace.
    else if (this.stays(move)) {
      // What comes back is read again, for more names are known by now.
      features ??= this.features(words)
      this.grouper.place(request, features, to)
    }
    if (shown && features !== kept?.features) this.keep(request, { shown, features })
  }

  private stays({ now }: MoveRead): boolean {
    return now !== null && !this.pooled.has(now)
  }

  /** What was read here and is not kept yet; the caller keeps it. */
  takeUnkept(): PackedReading[] {
    return this.unkept.splice(0)
  }

  /** Reads and places requests that wait, in their order; the caller writes what comes of it. */
  async propose(stores: Stores, waiting: readonly Request[]): Promise<Proposal[]> {
    const taught = await this.taught(stores)
    return waiting.map((request) => {
      const shown = namesShown(request.words, this.reader.lexicon)
      this.observe(request.id, shown)
      const reading = readRequest(request.words, this.reader)
      this.opened = false
      const features = { ...featuresOf(reading), problem: true }
      this.keep(request.id, { shown, features })
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

  private observe(request: RequestId, shown: NamesShown): void {
    if (this.seen.has(request)) return
    this.seen.add(request)
    this.reader.places.observe(shown)
  }

  private keep(request: RequestId, reading: KeptReading): void {
    this.unkept.push({ request, packed: packReading(reading) })
  }

  private features(words: string): Features {
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

/** One after the other, so that pages are answered between. */
async function* inTurns<T>(list: readonly T[]): AsyncGenerator<T> {
  for (const [at, one] of list.entries()) {
    if (at % inATurn === inATurn - 1) await new Promise((others) => setImmediate(others))
    yield one
  }
}
