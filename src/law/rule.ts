// The kinds of rule a provision may have, with their parameters. A decree is written in these words, never in code.
import { type PeriodKind, type Text, parseLocalDate } from '#kernel'
import { type Post, type UnitKind, posts, unitKinds, upperAkims } from '#territory'
import { z } from 'zod'
import { type FactType, factTypes } from './fact.ts'

export const day = z
  .string()
  .refine((text) => parseLocalDate(text) !== undefined, 'not a day that exists (YYYY-MM-DD)')
export const text: z.ZodType<Text> = z.strictObject({
  kk: z.string().min(1),
  ru: z.string().min(1),
  en: z.string().min(1),
})
export const doubtId = z.string().regex(/^AMB-\d\d$/, 'a doubt is named AMB-01 … AMB-99')

/** Groups of posts that the acts speak of (AMB-01, AMB-31). */
export const groups = {
  akims: posts.filter((post) => post.endsWith('akim') && post !== 'deputy-akim'),
  'upper-akims': upperAkims,
  heads: ['minister', 'central-body-head'],
} as const satisfies Record<string, readonly Post[]>

export const post = z.enum(posts)
export const bearer = z.union([z.enum(['akims', 'upper-akims', 'heads']), post, z.array(post).min(1)])
export type Bearers = z.infer<typeof bearer>
export const postsOf = (of: Bearers): readonly Post[] =>
  Array.isArray(of) ? of : of in groups ? groups[of as keyof typeof groups] : [of as Post]

const factType = z.enum(factTypes as [FactType, ...FactType[]])
const unitKind = z.enum(unitKinds as readonly UnitKind[])
const period = z.enum(['year', 'half-year', 'quarter'] as const satisfies PeriodKind[])
const dayInMonth = z.union([z.int().min(1).max(31), z.literal('last')])

/** Which facts answer a rule. */
const facts = z.strictObject({
  types: z.array(factType).min(1),
  channel: z.array(z.string()).min(1).optional(),
  /** Members that must be equal. */
  where: z.record(z.string(), z.union([z.string(), z.boolean()])).optional(),
  /** Lists that must hold all of these words. */
  contains: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  /** Members that must be there and not blank. */
  filled: z.array(z.string()).optional(),
  /** Members that must not be there. */
  absent: z.array(z.string()).optional(),
  /** The member that must name the bearer's unit, or the region of the meeting. */
  own_unit: z.string().optional(),
  region_of_meeting: z.string().optional(),
  /** The fact must be the bearer's own (for facts of a meeting that name an office). */
  by_bearer: z.literal(true).optional(),
})
export type FactsRule = z.infer<typeof facts>

/** The strict reading: days from the lenient day, or a day of its own within the period's months. */
const strict = z.union([z.int().max(0), z.strictObject({ month: z.int(), day: dayInMonth })])
/** A day counted in the months of a period: month 1 is its first, month 0 the one before it. */
const dueInPeriod = z.strictObject({
  month: z.int(),
  day: dayInMonth,
  strict: strict.optional(),
  doubt: doubtId.optional(),
})
export type DueInPeriod = z.infer<typeof dueInPeriod> & Read
/** Which reading of the doubt is taken, where it is not the lenient one; set when the law is loaded, never written. */
type Read = { readonly strictly?: true; readonly taken?: string }
/** A day counted from an event. */
const dueFromEvent = z
  .strictObject({
    days: z.int().optional(),
    months: z.int().min(1).optional(),
    strict: z.int().max(0).optional(),
    doubt: doubtId.optional(),
  })
  .refine((due) => (due.days === undefined) !== (due.months === undefined), 'needs either days or months')
export type DueFromEvent = z.infer<typeof dueFromEvent> & Read

/** Which meetings have a result, and who bears it; by default the meetings of the bearer, borne by their holder. */
const meetings = z.strictObject({
  of: bearer,
  borne_by: z.enum(['holder', 'akim-of-unit', 'akim-of-region', 'office']),
})
const when = z.strictObject({
  report: z.literal(true).optional(),
  vc_needed: z.literal(true).optional(),
  in_calendar: z.literal(true).optional(),
  /** The meeting is held in a unit of these kinds. */
  unit_kinds: z.array(unitKind).min(1).optional(),
  /** The meeting answers a risk in which all these members are true. */
  risk: z.array(z.string()).min(1).optional(),
  /** The meeting's day lies in the first months of its year. */
  first_months: z.int().min(1).max(12).optional(),
})
const ofMeeting = { meetings: meetings.optional(), when: when.optional() }
export type MeetingScope = {
  meetings?: z.infer<typeof meetings> | undefined
  when?: z.infer<typeof when> | undefined
}

const notIf = z.array(z.enum(['no-issues', 'no-funding-needed'])).min(1)
const afterEnd = {
  due: dueFromEvent,
  /**
   * From the meeting's day, from the later of it and the last reception that counts, or from the later of it and the
   * last report meeting of the akims below in the same quarter.
   */
  from: z.enum(['meeting', 'meeting-or-reception', 'meeting-or-visit-reception', 'meeting-or-lower-report']),
}
const excuse = z.strictObject({ facts, by: z.string() })
const count = z.strictObject({
  form: z.enum(['visiting', 'in-person', 'any']),
  announced_by: z.array(factType).optional(),
  report: z.literal(true).optional(),
  /** Held anywhere in the bearer's own unit. */
  in_own_unit: z.literal(true).optional(),
  /** Who must have held it; by default the holder or the acting one (AMB-01). */
  held_by: z
    .array(z.enum(['holder', 'acting', 'deputy', 'department-chair']))
    .min(1)
    .optional(),
  /** A joint meeting counts for the other units invited too (AMB-12). */
  also_units: z.literal(true).optional(),
})
export type CountRule = z.infer<typeof count>
const objects = z.union([
  z.enum(['none', 'own-unit', 'bodies']),
  z.strictObject({
    children: z.partialRecord(post, z.array(unitKind).min(1)),
    /** Units of these kinds at any depth, not only directly below (AMB-08, literal). */
    below: z.literal(true).optional(),
    /** Posts whose undivided unit is itself the one object, where any meeting in person is good. */
    undivided: z.array(post).optional(),
  }),
])

export const rule = z.discriminatedUnion('kind', [
  // Without results.
  z.strictObject({ kind: z.literal('formal') }),
  z.strictObject({ kind: z.literal('permission') }),
  z.strictObject({ kind: z.literal('declared'), why: text }),
  z.strictObject({
    kind: z.literal('exemption'),
    /** Bodies whose offices are excused; without them the exemption is recorded meeting by meeting. */
    bodies: z.array(z.string()).min(1).optional(),
    excuses: z.array(z.string()).min(1),
  }),
  // Of an office, period by period.
  z.strictObject({
    kind: z.literal('fixed'),
    period,
    due: dueInPeriod,
    facts,
    /** The due day is never later than the first of these facts. */
    not_later_than: z.array(factType).min(1).optional(),
    /** Facts before the first of these are none. */
    not_before: z.array(factType).min(1).optional(),
    /** The facts must together cover every region, or every maslikhat of the bearer's region (AMB-13). */
    covers: z.enum(['regions', 'maslikhats']).optional(),
  }),
  z.strictObject({
    kind: z.literal('report'),
    period,
    halves: z.array(z.enum(['H1', 'H2'])).optional(),
    /** The months reported on begin and end so many months before the period. */
    months_earlier: z.int().min(0).optional(),
    due: dueInPeriod,
    /** A day of its own for one half of the year (AMB-27). */
    due_of: z.partialRecord(z.enum(['H1', 'H2']), dueInPeriod).optional(),
    facts,
    /** Only issues of visiting meetings (AMB-28). */
    only_visiting: z.literal(true).optional(),
    /** Owed only while issues are open: of the bearer's own meetings, or for the centre body by body. */
    while_open: z.enum(['own-issues', 'central-issues']).optional(),
    doubt: doubtId.optional(),
  }),
  z.strictObject({
    kind: z.literal('within'),
    period,
    facts,
    /** By the fact's own day, not by the period it names. */
    dated: z.literal(true).optional(),
    only_if: z.enum(['central-issue']).optional(),
  }),
  z.strictObject({
    kind: z.literal('frequency'),
    period,
    objects,
    count,
    /** The meeting must be in the first months of the period; later in the period it is late. */
    first_months: z.int().min(1).optional(),
  }),
  // Of an office, triggered by a fact.
  z.strictObject({
    kind: z.literal('accompanied'),
    event: factType,
    link: z.string(),
    facts,
    covers: z.literal('maslikhats').optional(),
  }),
  z.strictObject({
    kind: z.literal('triggered'),
    trigger: facts,
    /** Owed only once such a fact of the same office and unit is there too (AMB-07). */
    together_with: z.array(factType).min(1).optional(),
    /** The answering meeting must be in the trigger's unit or below it. */
    in_unit: z.literal(true).optional(),
    refused_by: z.strictObject({ type: factType, link: z.string() }).optional(),
  }),
  z.strictObject({ kind: z.literal('follows'), period, triggers: z.array(factType).min(1), facts }),
  z.strictObject({ kind: z.literal('recorded'), facts, flag: z.string() }),
  z.strictObject({ kind: z.literal('once'), all: z.array(facts).min(1) }),
  z.strictObject({
    kind: z.literal('central-list'),
    facts,
    lines: z.array(z.string()).min(1).optional(),
    /** Only issues of visiting meetings (AMB-28). */
    only_visiting: z.literal(true).optional(),
  }),
  // Of a meeting.
  z.strictObject({
    kind: z.literal('notice'),
    ...ofMeeting,
    due: dueFromEvent,
    facts,
    /** Exactly so many days before: what is announced earlier is none (AMB-04). */
    exactly: z.literal(true).optional(),
    /** The last channel to carry it decides, not the first (AMB-04). */
    last_channel: z.literal(true).optional(),
  }),
  z.strictObject({
    kind: z.literal('before'),
    ...ofMeeting,
    facts,
    /** One fact on each of these groups of channels. */
    each_channel: z.array(z.array(z.string()).min(1)).optional(),
    /** A channel that was closed on the meeting's day excuses; closures known from the law's own surroundings. */
    excused_if_closed: z
      .strictObject({
        doubt: doubtId,
        known: z.array(z.strictObject({ channel: z.string(), from: day, until: day.nullable() })),
      })
      .optional(),
  }),
  z.strictObject({
    kind: z.literal('composition'),
    ...ofMeeting,
    facts,
    list: z.string(),
    all: z.array(z.string()).min(1),
    excused_by: z.string(),
  }),
  z.strictObject({
    kind: z.literal('during'),
    ...ofMeeting,
    facts,
    excuse: excuse.optional(),
  }),
  z.strictObject({
    kind: z.literal('part'),
    ...ofMeeting,
    facts,
    flag: z.string(),
    excuse: excuse.optional(),
  }),
  z.strictObject({
    kind: z.literal('share'),
    ...ofMeeting,
    facts,
    leave_out: z.array(z.string()).optional(),
    at_most: z.strictObject({ part: z.int(), of: z.int() }).optional(),
    at_least: z.strictObject({ part: z.int(), of: z.int() }).optional(),
  }),
  z.strictObject({
    kind: z.literal('words'),
    ...ofMeeting,
    facts,
    list: z.string(),
    /** Facts that serve as well when they lie before the meeting. */
    or_before: facts.optional(),
    all: z.array(z.string()).min(1).optional(),
    any: z.array(z.string()).min(1).optional(),
  }),
  z.strictObject({
    kind: z.literal('attendance'),
    ...ofMeeting,
    facts,
    who: z.union([z.literal('bearer'), z.array(post).min(1)]),
    /** Only offices of the bearer's own unit. */
    of_own_unit: z.literal(true).optional(),
    /** Every such office, not any one of them. */
    everyone: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal('visit'), ...ofMeeting, facts }),
  z.strictObject({
    kind: z.literal('after'),
    ...ofMeeting,
    facts,
    not_before_start: z.literal(true).optional(),
    not_if: notIf.optional(),
  }),
  z.strictObject({
    kind: z.literal('after-term'),
    ...ofMeeting,
    ...afterEnd,
    facts,
    not_before_start: z.literal(true).optional(),
    not_if: notIf.optional(),
  }),
  z.strictObject({
    kind: z.literal('every'),
    ...ofMeeting,
    facts,
    not_before_start: z.literal(true).optional(),
    list: z.strictObject({ name: z.string(), all: z.array(z.string()).min(1) }).optional(),
    flag: z.string().optional(),
    /** Without it the part stays owed while its act may still come. */
    term: z.strictObject(afterEnd).optional(),
  }),
  z.strictObject({
    kind: z.literal('lines'),
    ...ofMeeting,
    ...afterEnd,
    facts,
    each: z.record(z.string(), z.enum(['day', 'text'])),
    not_if: notIf.optional(),
  }),
])
export type Rule = z.infer<typeof rule>
export type RuleKind = Rule['kind']
export type RuleOf<K extends RuleKind> = Extract<Rule, { kind: K }>
