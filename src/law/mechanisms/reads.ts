// What each kind of rule looks at: a change of anything else cannot change its results. Beware: a mechanism that
// looks at something new must say so here; keep-verdicts.test.ts finds what is left out.
import type { Fact, FactType } from '../fact.ts'
import type { FactsRule, MeetingScope, Rule, RuleOf } from '../rule.ts'
import type { Meeting } from '../world.ts'
import { choose } from './choose-facts.ts'

/**
 * Where a fact is looked for.
 *
 * - `meeting`: among the facts of the meeting that is judged; `own`: among the bearer's meetings and their facts
 * - `lower`: among the meetings of the akims below the holder; `bodies`: among those of the heads of central bodies
 * - `office`: among the bearer's other facts; `public`: among everybody's
 * - `central`: among the issues for central bodies
 * - `named`: it names another fact by its id, and counts where that one counts
 */
export type Whence = 'meeting' | 'own' | 'lower' | 'bodies' | 'office' | 'public' | 'central' | 'named'

export type Reads = {
  readonly whence: Whence
  readonly types: readonly FactType[]
  /** The member that names the other fact. */
  readonly link?: string
  /** Of `public` facts that bear on single meetings: whether it bears on this one. */
  readonly concerns?: (fact: Fact, meeting: Meeting) => boolean
}

const among = (facts: FactsRule): Reads => {
  const { among, types } = choose(facts)
  return { whence: among, types }
}
const chosen = (...all: (FactsRule | undefined)[]): Reads[] => all.flatMap((one) => (one ? [among(one)] : []))
const ofTypes = (types: readonly FactType[] | undefined): Reads[] =>
  types ? [among({ types: [...types] })] : []
const own = (...types: FactType[]): Reads => ({ whence: 'own', types: ['meeting', ...types] })
const centre: Reads = { whence: 'central', types: ['meeting', 'issue-raised', 'issue-closed'], link: 'issue' }

export function readsOf(rule: Rule): readonly Reads[] {
  switch (rule.kind) {
    case 'formal':
    case 'permission':
    case 'declared':
    case 'exemption':
      return []
    case 'fixed':
      return [...chosen(rule.facts), ...ofTypes(rule.not_later_than), ...ofTypes(rule.not_before)]
    case 'report':
      return [...chosen(rule.facts), ...ofTrail(rule.while_open)]
    case 'within':
      return [...chosen(rule.facts), ...(rule.only_if ? [own('issue-raised')] : [])]
    case 'frequency': {
      const types = rule.count.announced_by ?? []
      return [rule.objects === 'bodies' ? { whence: 'bodies', types: ['meeting', ...types] } : own(...types)]
    }
    case 'accompanied':
      return [...ofTypes([rule.event]), ...chosen(rule.facts)]
    case 'triggered': {
      const by = rule.refused_by
      const refusal: Reads[] = by ? [{ whence: 'named', types: [by.type], link: by.link }] : []
      return [...chosen(rule.trigger), ...ofTypes(rule.together_with), own(), ...refusal]
    }
    case 'follows':
      return [...ofTypes(rule.triggers), ...chosen(rule.facts)]
    case 'recorded':
      return chosen(rule.facts)
    case 'once':
      return chosen(...rule.all)
    case 'central-list':
      return [...chosen(rule.facts), centre]
    default:
      return [...ofOneMeeting(rule), ...ofRisk(rule)]
  }
}

type OfMeeting = Extract<Rule, MeetingScope>

function ofOneMeeting(rule: OfMeeting): Reads[] {
  switch (rule.kind) {
    case 'before':
      return [...chosen(rule.facts), ...(rule.excused_if_closed ? [closure(rule.facts.channel ?? [])] : [])]
    case 'during':
    case 'part':
      return chosen(rule.facts, rule.excuse?.facts)
    case 'words':
      return chosen(rule.facts, rule.or_before)
    case 'after':
      return [...chosen(rule.facts), ...ofIssues(rule.not_if)]
    case 'after-term':
    case 'lines':
      return [...chosen(rule.facts), ...ofIssues(rule.not_if), ...ofEnd(rule.from)]
    case 'every':
      return [...chosen(rule.facts), ...(rule.term ? ofEnd(rule.term.from) : [])]
    default:
      return chosen(rule.facts)
  }
}

function ofTrail(trail: RuleOf<'report'>['while_open']): Reads[] {
  if (trail === 'central-issues') return [centre]
  return trail ? [own('issue-raised'), { whence: 'named', types: ['issue-closed'], link: 'issue' }] : []
}

const ofIssues = (notIf: RuleOf<'after'>['not_if']): Reads[] =>
  notIf?.includes('no-funding-needed') ? [{ whence: 'meeting', types: ['issue-raised'] }] : []

function ofEnd(from: RuleOf<'after-term'>['from']): Reads[] {
  if (from === 'meeting') return []
  return from === 'meeting-or-lower-report'
    ? [{ whence: 'lower', types: ['meeting'] }]
    : [{ whence: 'meeting', types: ['reception'] }]
}

const closure = (channels: readonly string[]): Reads => ({
  whence: 'public',
  types: ['channel-unavailable'],
  concerns: (fact, { fact: { day } }) =>
    fact.type === 'channel-unavailable' &&
    channels.includes(fact.channel) &&
    fact.from <= day &&
    (fact.to === undefined || day <= fact.to),
})

const ofRisk = ({ when }: MeetingScope): Reads[] =>
  when?.risk
    ? [
        {
          whence: 'public',
          types: ['risk-identified'],
          concerns: (fact, meeting) =>
            fact.type === 'risk-identified' && meeting.fact.answers?.includes(fact.id) === true,
        },
      ]
    : []
