// What the law in force asks of one meeting, for those who prepare it: the checklist comes from here, not from code.
import type { LocalDate } from '#kernel'
import type { Post, UnitKind } from '#territory'
import type { NormId } from './act.ts'
import type { Law } from './compile.ts'
import { dayOf } from './days.ts'
import type { FactType } from './fact.ts'
import { reachesDay } from './mechanisms/in-force.ts'
import type { MeetingScope, Rule, RuleKind } from './rule.ts'

/** The kind of a meeting, as far as the acts tell meetings apart. */
export type MeetingKind = {
  /** The post that holds it. */
  readonly post: Post
  /** The kind of the unit it is held in; null where that is not known. */
  readonly unit: UnitKind | null
  readonly inCalendar: boolean
  /** A report meeting (No. 615); a videoconference is needed. */
  readonly report?: boolean
  readonly videoconference?: boolean
}

export type Component = {
  readonly norm: NormId
  readonly kind: RuleKind
  /** When it is done: ahead of the meeting, in its course, or afterwards. */
  readonly moment: 'before' | 'during' | 'after'
  /** True where the holder himself owes it; otherwise somebody else does. */
  readonly ofHolder: boolean
  /** The facts that answer it; several where one of them is enough. */
  readonly facts: readonly FactType[]
  /** The channels that count, where the rule names any. */
  readonly channels: readonly string[]
  /** Groups of guests, topics or members that must be there: all of them, or any one. */
  readonly words: { readonly list: string; readonly all: boolean; readonly of: readonly string[] } | null
  /** A share of the time: `part` of `of`, leaving out some kinds of presentation. */
  readonly share: {
    readonly most: boolean
    readonly part: number
    readonly of: number
    readonly leaveOut: readonly string[]
  } | null
}

const moments: Partial<Record<RuleKind, Component['moment']>> = {
  notice: 'before',
  before: 'before',
  composition: 'before',
  during: 'during',
  part: 'during',
  share: 'during',
  words: 'during',
  attendance: 'during',
  visit: 'during',
  after: 'after',
  'after-term': 'after',
  every: 'after',
  lines: 'after',
}

/** What the law of the day asks of a meeting of this kind, in the order of the acts. Readings are those of the law given. */
export function componentsOf(law: Law, kind: MeetingKind, day: LocalDate): Component[] {
  const on = dayOf(day)
  return (law.ofMeetings.get(kind.post) ?? []).flatMap(({ norm, provision, judge }): Component[] => {
    const { rule } = provision
    const moment = moments[rule.kind]
    if (!moment || !reachesDay(norm, on) || !speaksOf(rule as MeetingScope, kind)) return []
    return [
      {
        norm: norm.id,
        kind: rule.kind,
        moment,
        ofHolder: judge.byHolder,
        facts: 'facts' in rule && 'types' in rule.facts ? rule.facts.types : [],
        channels: channelsOf(rule),
        words: wordsOf(rule),
        share: shareOf(rule),
      },
    ]
  })
}

/** Whether the rule speaks of meetings of this kind; what only the future will show (a risk answered) is left in. */
function speaksOf({ when }: MeetingScope, kind: MeetingKind): boolean {
  return (
    !when ||
    ((!when.report || kind.report === true) &&
      (!when.vc_needed || kind.videoconference === true) &&
      (!when.in_calendar || kind.inCalendar) &&
      !when.risk &&
      (!when.unit_kinds || kind.unit === null || when.unit_kinds.includes(kind.unit)))
  )
}

function channelsOf(rule: Rule): readonly string[] {
  if (rule.kind === 'before' && rule.each_channel) return rule.each_channel.flat()
  return 'facts' in rule && 'types' in rule.facts ? (rule.facts.channel ?? []) : []
}

function wordsOf(rule: Rule): Component['words'] {
  if (rule.kind === 'words')
    return { list: rule.list, all: rule.all !== undefined, of: rule.all ?? rule.any ?? [] }
  return rule.kind === 'composition' ? { list: rule.list, all: true, of: rule.all } : null
}

function shareOf(rule: Rule): Component['share'] {
  if (rule.kind !== 'share') return null
  const { part, of } = (rule.at_most ?? rule.at_least)!
  return { most: rule.at_most !== undefined, part, of, leaveOut: rule.leave_out ?? [] }
}
