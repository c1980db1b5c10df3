// The statutory facts: one table of their members, from which types and the reader follow.
import type { LocalDate, Period } from '#kernel'
import type { OfficeId, UnitCode } from '#territory'

const publication = [
  'media',
  'print',
  'radio',
  'official-site',
  'egov-portal',
  'open-data-portal',
  'social',
  'public-place',
  'republican-media',
] as const
const intake = [
  'open-data-portal',
  'akims-blog',
  'ministers-blog',
  'official-site',
  'akims-meetings',
  'other',
] as const

export type PublicationChannel = (typeof publication)[number]
export type IntakeChannel = (typeof intake)[number]

/** What a member may hold; a mark `?` at the end of the member's name makes it optional. */
type Word =
  | 'at'
  | 'day'
  | 'id'
  | 'ids'
  | 'code'
  | 'codes'
  | 'slug'
  | 'text'
  | 'words'
  | 'flag'
  | 'clock'
  | 'minutes'
  | 'year'
  | 'half'
  | 'quarter'
  | 'year-or-half'
  | 'plan-lines'
  | 'list-lines'
type Shape = { readonly [member: string]: Word | readonly string[] | { readonly list: readonly string[] } }

const ofCalendar = { office: 'id', period: 'year', at: 'at', 'number?': 'text' } as const
const ofMaslikhat = { ...ofCalendar, body: 'code', 'correction?': 'id' } as const
const ofMeeting = { meeting: 'id', at: 'at' } as const
const published = { ...ofMeeting, channel: publication } as const

/** Every type of fact with its members. Source: facts.md §3. */
export const factShapes = {
  'calendar-drafted': ofCalendar,
  'calendar-approved': ofCalendar,
  'calendar-submitted': ofCalendar,
  'calendar-agreed': ofMaslikhat,
  'maslikhat-notified': ofMaslikhat,
  'calendar-corrected': { id: 'id', office: 'id', period: 'year', at: 'at' },
  'calendars-presented': { period: 'year', at: 'at', 'regions?': 'codes' },
  meeting: {
    id: 'id',
    office: 'id',
    unit: 'code',
    day: 'day',
    status: ['planned', 'held', 'cancelled', 'moved'],
    form: ['visiting', 'stationary', 'online'],
    in_calendar: 'flag',
    'held_by?': ['holder', 'acting', 'deputy', 'department-chair', 'other'],
    'start?': 'clock',
    'planned_minutes?': 'minutes',
    'reason?': ['demand', 'necessity', 'risk', 'other'],
    'answers?': 'ids',
    'report?': 'flag',
    'vc_needed?': 'flag',
    'no_issues?': 'flag',
    'visit_from?': 'day',
    'visit_to?': 'day',
    'moved_to?': 'id',
    'also_units?': 'codes',
  },
  'notice-published': published,
  outreach: { ...published, 'office?': 'id' },
  'commission-formed': {
    office: 'id',
    at: 'at',
    members: 'words',
    'absent_bodies?': { list: ['community-assembly', 'public-council'] },
  },
  'requests-collected': { ...ofMeeting, channel: intake },
  'requests-analysed': ofMeeting,
  'channel-unavailable': { channel: intake, from: 'day', 'to?': 'day' },
  broadcast: { meeting: 'id', online: 'flag', 'comments_enabled?': 'flag', 'excuse?': 'text' },
  videoconference: { meeting: 'id', used: 'flag' },
  presentation: { meeting: 'id', minutes: 'minutes', kind: ['report', 'co-report', 'film', 'greeting'] },
  'questions-answers': { meeting: 'id', minutes: 'minutes' },
  'report-content': {
    meeting: 'id',
    topics: {
      list: [
        'main-directions',
        'social-issues',
        'solutions-and-terms',
        'reforms',
        'development',
        'tasks-ahead',
      ],
    },
  },
  'guests-invited': { ...ofMeeting, categories: 'words' },
  'guests-present': { meeting: 'id', categories: 'words' },
  attended: { meeting: 'id', offices: 'ids' },
  reception: { ...ofMeeting, 'id?': 'id', 'categories?': 'words' },
  'ngo-meeting': ofMeeting,
  briefing: ofMeeting,
  'issues-systematised': ofMeeting,
  'funding-considered': ofMeeting,
  'opinion-learned': { ...ofMeeting, 'source?': 'text' },
  'issue-raised': {
    id: 'id',
    meeting: 'id',
    level: ['local', 'region', 'central'],
    'body?': 'slug',
    'needs_funding?': 'flag',
  },
  'issue-closed': { issue: 'id', at: 'at' },
  'results-published': published,
  'issue-list-published': published,
  'plan-published': { ...published, 'lines?': 'plan-lines' },
  'progress-published': { office: 'id', period: 'quarter', channel: publication, at: 'at' },
  'demand-registered': { id: 'id', office: 'id', unit: 'code', at: 'at' },
  'necessity-recorded': { id: 'id', office: 'id', unit: 'code', at: 'at' },
  'demand-decided': { demand: 'id', decision: ['accepted', 'refused'], at: 'at' },
  'risk-identified': {
    id: 'id',
    office: 'id',
    unit: 'code',
    at: 'at',
    kind: ['sector', 'social-tension'],
    'high_tension?': 'flag',
    'destabilisation?': 'flag',
  },
  'central-list-collected': { period: 'half', at: 'at' },
  'central-proposals-collected': { period: 'half', at: 'at' },
  'central-list-published': { body: 'slug', at: 'at', 'period?': 'quarter', 'lines?': 'list-lines' },
  'central-summary-prepared': { office: 'id', period: 'half', at: 'at' },
  'forwarded-to-central': { office: 'id', period: 'half', at: 'at' },
  'schedule-proposed': { office: 'id', period: 'year', at: 'at' },
  'schedule-agreed': { period: 'half', at: 'at' },
  'schedule-submitted': { period: 'year-or-half', at: 'at' },
  'schedule-approved': { period: 'year-or-half', at: 'at' },
  'meeting-agreed': { ...ofMeeting, with: 'code' },
  'region-chosen': { ...ofMeeting, grounds: 'words' },
  'support-provided': {
    meeting: 'id',
    office: 'id',
    kinds: { list: ['organisational', 'information', 'technical'] },
  },
  'coverage-published': published,
  'digest-sent': { office: 'id', period: 'quarter', at: 'at' },
  'results-reported': { period: 'half', at: 'at' },
  'results-considered': { at: 'at' },
  'procedure-approved': { kind: ['recommendations', 'procedure'], at: 'at' },
  'procedure-communicated': { kind: ['recommendations', 'procedure'], at: 'at' },
  'evaluation-held': { period: 'year', at: 'at', meetings_counted: 'flag' },
  'results-informed': {
    ...ofMeeting,
    to: ['administration', 'government'],
    'includes_lower?': 'flag',
  },
  'measures-adopted': { ...ofMeeting, agreed_with_administration: 'flag' },
} as const satisfies Record<string, Shape>

export type FactType = keyof typeof factShapes
export const factTypes = Object.keys(factShapes) as FactType[]
export const isFactType = (text: unknown): text is FactType =>
  typeof text === 'string' && Object.hasOwn(factShapes, text)

type PlanLine = { readonly issue?: string; readonly deadline?: string; readonly executor?: string }
type ListLine = { readonly issue?: string; readonly solution?: string; readonly progress?: string }

type Held = {
  /** A plain day, or an instant with an offset. */
  at: string
  day: LocalDate
  id: string
  ids: readonly string[]
  code: UnitCode
  codes: readonly UnitCode[]
  slug: string
  text: string
  words: readonly string[]
  flag: boolean
  clock: string
  minutes: number
  year: Period
  half: Period
  quarter: Period
  'year-or-half': Period
  'plan-lines': readonly PlanLine[]
  'list-lines': readonly ListLine[]
}
type Value<W, Name> = Name extends 'office'
  ? OfficeId
  : Name extends 'offices'
    ? readonly OfficeId[]
    : W extends keyof Held
      ? Held[W]
      : W extends { readonly list: readonly (infer One)[] }
        ? readonly One[]
        : W extends readonly (infer One)[]
          ? One
          : never
type Members<S> = {
  readonly [K in keyof S as K extends `${string}?` ? never : K]: Value<S[K], K>
} & {
  readonly [K in keyof S as K extends `${infer Name}?` ? Name : never]?: Value<
    S[K],
    K extends `${infer N}?` ? N : K
  >
}

export type FactOf<T extends FactType> = { readonly type: T } & Members<(typeof factShapes)[T]>
/** A statutory fact as it is exchanged; discriminated by `type`. */
export type Fact = { [T in FactType]: FactOf<T> }[FactType]

/** Whether facts of this type have a member of this name. */
export const hasMember = (type: FactType, name: string): boolean =>
  Object.hasOwn(factShapes[type], name) || Object.hasOwn(factShapes[type], `${name}?`)
