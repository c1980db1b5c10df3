// Which facts answer a rule, as sentences: channel, what the record must say, whose it must be.
import type { Here } from '../../here.ts'
import { type RuleOf, eitherOf, factNames, flagOf, listed, memberName, wordName } from './vocabulary.ts'

type FactsRule = RuleOf<'notice'>['facts']

/** The conditions on the facts of a rule, one sentence each; the types themselves stand in the rule's first sentence. */
export function choiceSentences(here: Here, facts: FactsRule): string[] {
  const { counts } = here.words.rule
  const { channel, where, contains, filled, absent, own_unit, region_of_meeting, by_bearer } = facts
  const said = saidIn(here, { where, contains })
  const labels = (names: readonly string[]) =>
    here.words.site.list(names.map((name) => memberName(here, name)))
  return [
    ...(channel ? [channelSentence(here, channel)] : []),
    ...(said.length > 0 ? [counts.says(here.words.site.list(said))] : []),
    ...(filled ? [counts.filled(labels(filled))] : []),
    ...(absent ? [counts.absent(labels(absent))] : []),
    ...(own_unit ? [counts.ownUnit] : []),
    ...(region_of_meeting ? [counts.regionOfMeeting] : []),
    ...(by_bearer ? [counts.byBearer] : []),
  ]
}

/** A kind of record with its conditions in one phrase. */
export function choicePhrase(here: Here, facts: FactsRule): string {
  const { channel, filled = [], ...rest } = facts
  const details = [
    ...(channel
      ? [
          eitherOf(
            here,
            channel.map((one) => wordName(here, one)),
          ),
        ]
      : []),
    ...saidIn(here, rest),
    ...filled.map((name) => here.words.record.by(memberName(here, name), here.words.record.written)),
  ]
  const name = factNames(here, facts.types)
  return details.length === 0 ? name : here.words.record.with(name, here.words.site.list(details))
}

const channelSentence = (here: Here, channels: readonly string[]): string =>
  channels.length === 1
    ? here.words.rule.counts.channel(listed(here, channels))
    : here.words.rule.counts.anyChannel(listed(here, channels))

const saidIn = (here: Here, { where, contains }: Pick<FactsRule, 'where' | 'contains'>): string[] => [
  ...Object.entries(where ?? {}).map(([name, value]) => {
    const flag = flagOf(here.words.record.flag, name)
    if (flag) return value === true ? flag.yes : flag.no
    return here.words.record.by(memberName(here, name), wordName(here, String(value)))
  }),
  ...Object.entries(contains ?? {}).map(([name, words]) =>
    here.words.record.by(memberName(here, name), listed(here, words)),
  ),
]
