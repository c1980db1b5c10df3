// Provisions made ready to judge: each kind of rule has one mechanism, and nothing here knows a norm by name.
import type { Post } from '#territory'
import type { Act, Doubt, NormId, Provision } from './act.ts'
import { dayOf } from './days.ts'
import { after, afterTerm, every, lines } from './mechanisms/after-meeting.ts'
import { before, composition, notice } from './mechanisms/before-meeting.ts'
import { attendance, during, part, share, visit, words } from './mechanisms/during-meeting.ts'
import { frequency } from './mechanisms/frequency.ts'
import type { Judge, MeetingJudge, Norm, OfficeJudge } from './mechanisms/norm.ts'
import { ofMeeting } from './mechanisms/of-meeting.ts'
import { fixed, report, within } from './mechanisms/of-period.ts'
import { accompanied, centralList, follows, once, recorded, triggered } from './mechanisms/on-trigger.ts'
import { type MeetingScope, type Rule, postsOf } from './rule.ts'
import type { Readings } from './take-readings.ts'

/** A norm that yields results, with its mechanism. */
export type JudgedNorm<J extends Judge = Judge> = {
  readonly norm: Norm
  readonly provision: Provision
  readonly judge: J
}

/** The law as loaded: acts and provisions for reading, norms by post for judging. */
export type Law = {
  readonly acts: readonly Act[]
  readonly provisions: readonly Provision[]
  readonly doubts: readonly Doubt[]
  /** The readings chosen instead of the defaults. */
  readonly readings: Readings
  /** The same files under other readings; made once and kept. */
  readonly reread: (readings: Readings) => Law
  readonly act: (id: string) => Act | undefined
  readonly provision: (id: NormId) => Provision | undefined
  readonly doubt: (id: string) => Doubt | undefined
  /** The provision in each edition: what it replaces, itself, what replaces it, oldest first. */
  readonly editionsOf: (id: NormId) => readonly Provision[]
  readonly norms: ReadonlyMap<NormId, JudgedNorm>
  readonly ofOffices: ReadonlyMap<Post, readonly JudgedNorm<OfficeJudge>[]>
  readonly ofMeetings: ReadonlyMap<Post, readonly JudgedNorm<MeetingJudge>[]>
}

export function compileLaw(
  acts: readonly Act[],
  provisions: readonly Provision[],
  doubts: readonly Doubt[],
  { readings, reread }: Pick<Law, 'readings' | 'reread'>,
): Law {
  const norms = new Map<NormId, JudgedNorm>()
  const ofOffices = new Map<Post, JudgedNorm<OfficeJudge>[]>()
  const ofMeetings = new Map<Post, JudgedNorm<MeetingJudge>[]>()
  const actById = new Map(acts.map((act) => [act.id, act]))
  const provisionById = new Map(provisions.map((provision) => [provision.id, provision]))
  const doubtById = new Map(doubts.map((doubt) => [doubt.id, doubt]))
  for (const provision of provisions) {
    const norm = normOf(provision, actById.get(provision.act)!, provisions)
    const judge = judgeOf(provision.rule, norm)
    if (!judge) continue
    norms.set(provision.id, { norm, provision, judge })
    if (judge.scope === 'office')
      for (const post of norm.posts) gather(ofOffices, post, { norm, provision, judge })
    else for (const post of judge.of) gather(ofMeetings, post, { norm, provision, judge })
  }
  return {
    acts,
    provisions,
    doubts,
    readings,
    reread,
    act: (id) => actById.get(id),
    provision: (id) => provisionById.get(id),
    doubt: (id) => doubtById.get(id),
    editionsOf: (id) => editionsOf(provisionById.get(id), provisionById, provisions),
    norms,
    ofOffices,
    ofMeetings,
  }
}

function normOf(provision: Provision, act: Act, all: readonly Provision[]): Norm {
  const { from, until } = act.in_force!
  return {
    id: provision.id,
    paragraph: provision.paragraph,
    posts: new Set(provision.bearer === null ? [] : postsOf(provision.bearer)),
    actFrom: dayOf(from),
    actTo: until === null ? Infinity : dayOf(until),
    from: dayOf(provision.inForce.from),
    until: provision.inForce.until === null ? Infinity : dayOf(provision.inForce.until),
    exemptions: all.flatMap(({ id, rule }) =>
      rule.kind === 'exemption' && rule.bodies && rule.excuses.includes(provision.id)
        ? [{ by: id, bodies: new Set(rule.bodies) }]
        : [],
    ),
    doubts: provision.doubts,
  }
}

function judgeOf(rule: Rule, norm: Norm): Judge | null {
  const ofOffice = (judge: OfficeJudge['judge']): OfficeJudge => ({ scope: 'office', judge })
  const onMeeting = (scope: MeetingScope, judge: MeetingJudge['judge']): MeetingJudge => ({
    ...ofMeeting(scope, norm.posts),
    judge,
  })
  switch (rule.kind) {
    case 'formal':
    case 'permission':
    case 'declared':
    case 'exemption':
      return null
    case 'fixed':
      return ofOffice(fixed(rule))
    case 'report':
      return ofOffice(report(rule))
    case 'within':
      return ofOffice(within(rule))
    case 'frequency':
      return ofOffice(frequency(rule))
    case 'accompanied':
      return ofOffice(accompanied(rule))
    case 'triggered':
      return ofOffice(triggered(rule))
    case 'follows':
      return ofOffice(follows(rule))
    case 'recorded':
      return ofOffice(recorded(rule))
    case 'once':
      return ofOffice(once(rule))
    case 'central-list':
      return ofOffice(centralList(rule))
    case 'notice':
      return onMeeting(rule, notice(rule, norm))
    case 'before':
      return onMeeting(rule, before(rule))
    case 'composition':
      return onMeeting(rule, composition(rule))
    case 'during':
      return onMeeting(rule, during(rule))
    case 'part':
      return onMeeting(rule, part(rule))
    case 'share':
      return onMeeting(rule, share(rule))
    case 'words':
      return onMeeting(rule, words(rule))
    case 'attendance':
      return onMeeting(rule, attendance(rule))
    case 'visit':
      return onMeeting(rule, visit(rule))
    case 'after':
      return onMeeting(rule, after(rule))
    case 'after-term':
      return onMeeting(rule, afterTerm(rule))
    case 'every':
      return onMeeting(rule, every(rule))
    case 'lines':
      return onMeeting(rule, lines(rule))
  }
}

function editionsOf(
  provision: Provision | undefined,
  byId: ReadonlyMap<NormId, Provision>,
  all: readonly Provision[],
): Provision[] {
  if (!provision) return []
  let oldest = provision
  while (oldest.replaces && byId.has(oldest.replaces)) oldest = byId.get(oldest.replaces)!
  const chain = [oldest]
  for (let next = all.find((one) => one.replaces === oldest.id); next;) {
    chain.push(next)
    const { id } = next
    next = all.find((one) => one.replaces === id)
  }
  return chain
}

function gather<K, V>(into: Map<K, V[]>, key: K, value: V): void {
  const list = into.get(key)
  if (list) list.push(value)
  else into.set(key, [value])
}
