// Rules on a meeting in words: what comes before it, what happens at it, what follows.
import type { Here } from '../../here.ts'
import { eventDueSentences } from './due-words.ts'
import { choicePhrase, choiceSentences } from './fact-choice.ts'
import { type Tellings, lineMembers, nothingLeft } from './tell.ts'
import {
  type RuleOf,
  bearersName,
  eitherOf,
  factNames,
  kindsOfUnit,
  listed,
  memberName,
  wordName,
} from './vocabulary.ts'

type MeetingKind =
  | 'notice'
  | 'before'
  | 'composition'
  | 'during'
  | 'part'
  | 'share'
  | 'words'
  | 'attendance'
  | 'visit'
  | 'after'
  | 'after-term'
  | 'every'
  | 'lines'

export const meetingRules: Tellings<MeetingKind> = {
  notice: (here, { due, facts, exactly, last_channel, meetings, when: narrowed, ...rest }) => {
    nothingLeft(rest)
    const { what, when } = here.words.rule
    return {
      what: [what.notice(factNames(here, facts.types))],
      applies: scopeSentences(here, { meetings, when: narrowed }),
      when: [
        ...eventDueSentences(here, due),
        ...(exactly ? [when.exactly] : []),
        ...(last_channel ? [when.lastChannel] : []),
      ],
      counts: choiceSentences(here, facts),
    }
  },
  before: (here, { facts, each_channel, excused_if_closed, meetings, when: narrowed, ...rest }) => {
    nothingLeft(rest)
    const { what, when, counts } = here.words.rule
    const group = (channels: readonly string[]) =>
      `(${eitherOf(
        here,
        channels.map((one) => wordName(here, one)),
      )})`
    return {
      what: [what.before(factNames(here, facts.types))],
      applies: scopeSentences(here, { meetings, when: narrowed }),
      when: [when.meetingDay],
      counts: [
        ...choiceSentences(here, facts),
        ...(each_channel ? [counts.eachChannel(here.words.site.list(each_channel.map(group)))] : []),
      ],
      except: excused_if_closed ? closedSentences(here, excused_if_closed.known) : [],
    }
  },
  composition: (here, { facts, all, meetings, when: narrowed, ...rest }) => {
    nothingLeft(rest)
    const { what, when, except } = here.words.rule
    return {
      what: [what.composition(factNames(here, facts.types), listed(here, all))],
      applies: scopeSentences(here, { meetings, when: narrowed }),
      when: [when.meetingDay],
      counts: choiceSentences(here, facts),
      except: [except.absentBodies],
    }
  },
  during: (here, { facts, excuse, meetings, when: narrowed, ...rest }) => {
    nothingLeft(rest)
    return {
      what: [here.words.rule.what.during(factNames(here, facts.types))],
      applies: scopeSentences(here, { meetings, when: narrowed }),
      when: [here.words.rule.when.atMeeting],
      counts: choiceSentences(here, facts),
      except: excuse ? [here.words.rule.except.excusedBy(choicePhrase(here, excuse.facts))] : [],
    }
  },
  part: (here, { facts, flag, excuse, meetings, when: narrowed, ...rest }) => {
    nothingLeft(rest)
    return {
      what: [here.words.rule.what.part(choicePhrase(here, facts), memberName(here, flag))],
      applies: scopeSentences(here, { meetings, when: narrowed }),
      when: [here.words.rule.when.atMeeting],
      except: excuse ? [here.words.rule.except.excusedBy(choicePhrase(here, excuse.facts))] : [],
    }
  },
  share: (here, { facts, leave_out, at_most, at_least, meetings, when: narrowed, ...rest }) => {
    nothingLeft(rest)
    const { what, when, counts } = here.words.rule
    const part = (share: { part: number; of: number }) => `${share.part}/${share.of}`
    return {
      what: [
        ...(at_most ? [what.atMost(factNames(here, facts.types), part(at_most))] : []),
        ...(at_least ? [what.atLeast(factNames(here, facts.types), part(at_least))] : []),
      ],
      applies: scopeSentences(here, { meetings, when: narrowed }),
      when: [when.atMeeting],
      counts: [
        ...choiceSentences(here, facts),
        ...(leave_out ? [counts.leaveOut(listed(here, leave_out))] : []),
      ],
    }
  },
  words: (here, { facts, or_before, all, any, meetings, when: narrowed, ...rest }) => {
    nothingLeft(rest)
    const { what, when, counts } = here.words.rule
    const names = factNames(here, facts.types)
    const asked = all ?? any ?? []
    return {
      what: [
        all || asked.length === 1
          ? what.wordsAll(names, listed(here, asked))
          : what.wordsAny(names, listed(here, asked)),
      ],
      applies: scopeSentences(here, { meetings, when: narrowed }),
      when: [when.atMeeting],
      counts: [
        ...choiceSentences(here, facts),
        ...(or_before ? [counts.orBefore(choicePhrase(here, or_before))] : []),
      ],
    }
  },
  attendance: (here, { facts, who, of_own_unit, everyone, meetings, when: narrowed, ...rest }) => {
    nothingLeft(rest)
    const { what, when, counts } = here.words.rule
    const posts = who === 'bearer' ? [] : who.map((post) => here.words.post[post])
    return {
      what: [
        who === 'bearer'
          ? what.attendsSelf
          : everyone
            ? what.attendAll(here.words.site.list(posts))
            : what.attends(eitherOf(here, posts)),
      ],
      applies: scopeSentences(here, { meetings, when: narrowed }),
      when: [when.atMeeting],
      counts: [...choiceSentences(here, facts), ...(of_own_unit ? [counts.ownUnitOnly] : [])],
    }
  },
  visit: (here, { facts, meetings, when: narrowed, ...rest }) => {
    nothingLeft(rest)
    return {
      what: [here.words.rule.what.visit(factNames(here, facts.types))],
      applies: scopeSentences(here, { meetings, when: narrowed }),
      when: [here.words.rule.when.visitEnd],
      counts: choiceSentences(here, facts),
    }
  },
  after: (here, { facts, not_before_start, not_if, meetings, when: narrowed, ...rest }) => {
    nothingLeft(rest)
    const { what, when } = here.words.rule
    return {
      what: [what.after(factNames(here, facts.types))],
      applies: scopeSentences(here, { meetings, when: narrowed }),
      when: [when.none, ...(not_before_start ? [when.notBeforeStart] : [])],
      counts: choiceSentences(here, facts),
      except: waivers(here, not_if),
    }
  },
  'after-term': (here, given) => {
    const { due, from, facts, not_before_start, not_if, meetings, when: narrowed, ...rest } = given
    nothingLeft(rest)
    const { what, when } = here.words.rule
    return {
      what: [what.afterTerm(factNames(here, facts.types))],
      applies: scopeSentences(here, { meetings, when: narrowed }),
      when: [
        when.from[from],
        ...eventDueSentences(here, due),
        ...(not_before_start ? [when.notBeforeStart] : []),
      ],
      counts: choiceSentences(here, facts),
      except: waivers(here, not_if),
    }
  },
  every: (here, { facts, not_before_start, list, flag, term, meetings, when: narrowed, ...rest }) => {
    nothingLeft(rest)
    const { what, when } = here.words.rule
    const held = [...(list ? [listed(here, list.all)] : []), ...(flag ? [memberName(here, flag)] : [])]
    return {
      what: [what.every(factNames(here, facts.types), here.words.site.list(held))],
      applies: scopeSentences(here, { meetings, when: narrowed }),
      when: [
        ...(term ? [when.from[term.from], ...eventDueSentences(here, term.due)] : [when.none]),
        ...(not_before_start ? [when.notBeforeStart] : []),
      ],
      counts: choiceSentences(here, facts),
    }
  },
  lines: (here, { due, from, facts, each: asked, not_if, meetings, when: narrowed, ...rest }) => {
    nothingLeft(rest)
    const { what, when, counts } = here.words.rule
    return {
      what: [what.lines(factNames(here, facts.types), lineMembers(here, Object.entries(asked)))],
      applies: scopeSentences(here, { meetings, when: narrowed }),
      when: [when.from[from], ...eventDueSentences(here, due)],
      counts: [...choiceSentences(here, facts), counts.knownLines],
      except: waivers(here, not_if),
    }
  },
}

const waivers = ({ words: { rule } }: Here, notIf: RuleOf<'after'>['not_if']): string[] => [
  ...(notIf?.includes('no-issues') ? [rule.except.noIssues] : []),
  ...(notIf?.includes('no-funding-needed') ? [rule.except.noFunding] : []),
]

function closedSentences(
  here: Here,
  known: NonNullable<RuleOf<'before'>['excused_if_closed']>['known'],
): string[] {
  const { except } = here.words.rule
  const day = (text: string) => here.format.day(text as never)
  return [
    except.closed,
    ...known.map(({ channel, from, until }) =>
      until === null
        ? except.closedSince(wordName(here, channel), day(from))
        : except.closedBetween(wordName(here, channel), day(from), day(until)),
    ),
  ]
}

/** Whose meetings, which of them, and who answers; the bearer's own meetings need no word. */
function scopeSentences(
  here: Here,
  { meetings, when }: Pick<RuleOf<'during'>, 'meetings' | 'when'>,
): string[] {
  const { applies } = here.words.rule
  const { report, vc_needed, in_calendar, unit_kinds, risk, first_months, ...rest } = when ?? {}
  nothingLeft(rest)
  return [
    ...(meetings
      ? [applies.meetingsOf(bearersName(here, meetings.of)), applies.borneBy[meetings.borne_by]]
      : []),
    ...(report ? [applies.report] : []),
    ...(vc_needed ? [applies.videoNeeded] : []),
    ...(in_calendar ? [applies.inCalendar] : []),
    ...(unit_kinds ? [applies.unitKinds(here.words.site.list(kindsOfUnit(here, unit_kinds)))] : []),
    ...(risk ? [applies.risk(here.words.site.list(risk.map((name) => memberName(here, name))))] : []),
    ...(first_months ? [applies.firstMonths(first_months)] : []),
  ]
}
