// Rules on an office in words: dates, reports, frequencies, and duties that a fact brings into being.
import type { PeriodKind } from '#kernel'
import type { Here } from '../../here.ts'
import { periodDueSentences } from './due-words.ts'
import { choicePhrase, choiceSentences } from './fact-choice.ts'
import { type Tellings, lineMembers, nothingLeft } from './tell.ts'
import {
  type RuleOf,
  bearersName,
  eitherOf,
  factNames,
  kindsOfUnit,
  memberName,
  wordName,
} from './vocabulary.ts'

type OfficeKind =
  | 'fixed'
  | 'report'
  | 'within'
  | 'frequency'
  | 'accompanied'
  | 'triggered'
  | 'follows'
  | 'recorded'
  | 'once'
  | 'central-list'

export const officeRules: Tellings<OfficeKind> = {
  fixed: (here, { period, due, facts, not_later_than, not_before, covers, ...rest }) => {
    nothingLeft(rest)
    const { what, when } = here.words.rule
    return {
      what: [what.fixed(each(here, period), factNames(here, facts.types))],
      when: [
        ...periodDueSentences(here, period, due),
        ...(not_later_than ? [when.notLaterThan(factNames(here, not_later_than))] : []),
        ...(not_before ? [when.notBefore(factNames(here, not_before))] : []),
      ],
      counts: [...choiceSentences(here, facts), ...coverage(here, covers)],
    }
  },
  report: (here, given) => {
    const { period, halves, months_earlier, due, due_of, facts, only_visiting, while_open, ...rest } = given
    nothingLeft(rest)
    const { what, when, applies, half } = here.words.rule
    return {
      what: [(months_earlier ? what.fixed : what.report)(each(here, period), factNames(here, facts.types))],
      applies: [
        ...(halves ? [applies.halves(here.words.site.list(halves.map((one) => half(Number(one[1])))))] : []),
        ...(while_open ? [while_open === 'own-issues' ? applies.ownIssues : applies.centralIssues] : []),
        ...(only_visiting ? [applies.onlyVisiting] : []),
      ],
      when: [
        ...periodDueSentences(here, period, due, { dueOf: due_of, halves }),
        ...(months_earlier ? [when.monthsEarlier(months_earlier), when.afterMonths] : [when.afterPeriod]),
      ],
      counts: choiceSentences(here, facts),
    }
  },
  within: (here, { period, facts, dated, only_if, ...rest }) => {
    nothingLeft(rest)
    const { what, when, applies } = here.words.rule
    return {
      what: [what.within(each(here, period), factNames(here, facts.types))],
      applies: only_if ? [applies.centralIssue] : [],
      when: [when.endOfPeriod, ...(dated ? [when.ownDay] : [])],
      counts: choiceSentences(here, facts),
    }
  },
  frequency: (here, { period, objects, count, first_months, ...rest }) => {
    nothingLeft(rest)
    const { what, when, where } = here.words.rule
    const { form, announced_by, report, in_own_unit, held_by, also_units, ...restOfCount } = count
    nothingLeft(restOfCount)
    return {
      what: [what.frequency(each(here, period))],
      where: [
        ...objectSentences(here, objects, in_own_unit === true),
        where.form[form],
        ...(report ? [where.report] : []),
        held_by
          ? where.heldBy(
              eitherOf(
                here,
                held_by.map((one) => wordName(here, one)),
              ),
            )
          : where.heldByHolder,
        ...(also_units ? [where.alsoUnits] : []),
      ],
      when: [first_months ? when.firstMonths(first_months) : when.endOfPeriod],
      counts: announced_by ? [where.announced(factNames(here, announced_by))] : [],
    }
  },

  accompanied: (here, { event, facts, covers, ...rest }) => {
    nothingLeft(rest)
    return {
      what: [here.words.rule.what.accompanied(here.words.fact[event], factNames(here, facts.types))],
      when: [here.words.rule.when.sameDay],
      counts: [...choiceSentences(here, facts), ...coverage(here, covers)],
    }
  },
  triggered: (here, { trigger, together_with, in_unit, refused_by, ...rest }) => {
    nothingLeft(rest)
    const { what, when, where, applies, counts, except } = here.words.rule
    return {
      what: [what.triggered(choicePhrase(here, trigger))],
      applies: together_with ? [applies.togetherWith(factNames(here, together_with))] : [],
      where: [...(in_unit ? [where.inUnit] : []), where.heldByHolder],
      when: [when.none],
      counts: [counts.answers],
      except: refused_by ? [except.refused] : [],
    }
  },
  follows: (here, { period, triggers, facts, ...rest }) => {
    nothingLeft(rest)
    return {
      what: [
        here.words.rule.what.follows(
          each(here, period),
          factNames(here, triggers),
          factNames(here, facts.types),
        ),
      ],
      when: [here.words.rule.when.none],
      counts: choiceSentences(here, facts),
    }
  },
  recorded: (here, { facts, flag, ...rest }) => {
    nothingLeft(rest)
    return {
      what: [here.words.rule.what.recorded(factNames(here, facts.types), memberName(here, flag))],
      counts: choiceSentences(here, facts),
    }
  },
  once: (here, { all, ...rest }) => {
    nothingLeft(rest)
    return {
      what: [here.words.rule.what.once(here.words.site.list(all.map((one) => choicePhrase(here, one))))],
      when: [here.words.rule.when.none],
    }
  },
  'central-list': (here, { facts, lines, only_visiting, ...rest }) => {
    nothingLeft(rest)
    const { what, when, counts, applies } = here.words.rule
    return {
      what: [
        what.centralList(factNames(here, facts.types)),
        ...(lines
          ? [
              what.centralLines(
                lineMembers(
                  here,
                  lines.map((name) => [name, 'text']),
                ),
              ),
            ]
          : []),
      ],
      applies: only_visiting ? [applies.onlyVisiting] : [],
      when: [when.none],
      counts: [...choiceSentences(here, facts), ...(lines ? [counts.knownLines] : [])],
    }
  },
}

const each = ({ words: { rule } }: Here, period: PeriodKind): string => rule.each[period]

const coverage = ({ words: { rule } }: Here, covers: RuleOf<'fixed'>['covers']): string[] =>
  covers ? [rule.counts[covers]] : []

function objectSentences(here: Here, objects: RuleOf<'frequency'>['objects'], inOwnUnit: boolean): string[] {
  const { where } = here.words.rule
  if (objects === 'none') return [inOwnUnit ? where.ownUnit : where.anywhere]
  if (objects === 'own-unit') return [where.ownUnit]
  if (objects === 'bodies') return [where.bodies]
  const { children, below, undivided, ...rest } = objects
  nothingLeft(rest)
  const byKinds = Map.groupBy(Object.entries(children), ([, kinds]) => kinds.join())
  const sentences = [...byKinds.values()].map((entries) => {
    const kinds = eitherOf(here, kindsOfUnit(here, entries[0]![1]))
    return byKinds.size === 1
      ? where.children(kinds)
      : where.childrenOf(
          bearersName(
            here,
            entries.map(([post]) => post),
          ),
          kinds,
        )
  })
  return [
    ...sentences,
    ...(below ? [where.below] : []),
    ...(undivided ? [where.undivided(bearersName(here, undivided))] : []),
  ]
}
