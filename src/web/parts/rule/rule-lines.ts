// A rule in words: every kind of rule and every parameter of it, told from the data that the verdicts are made with.
import type { Law, Provision } from '#law'
import type { Here } from '../../here.ts'
import { paragraphName } from '../act-name.ts'
import { meetingRules } from './meeting-rules.ts'
import { officeRules } from './office-rules.ts'
import { type Sides, type Telling, type Tellings, type Topic, nothingLeft } from './tell.ts'
import { type RuleKind, bodyName } from './vocabulary.ts'

/** Sentences about one side of a rule: what is needed, when it applies, the term … */
export type RuleLine = { readonly topic: Topic; readonly sentences: readonly string[] }

const order = ['what', 'applies', 'where', 'when', 'counts', 'except'] as const satisfies Topic[]

export function ruleLines(here: Here, law: Law, provision: Provision): RuleLine[] {
  const { rule } = provision
  const sides: Sides = (tellings[rule.kind] as Telling<RuleKind>)(here, rule, law)
  const except = [...(sides.except ?? []), ...exemptionsOf(here, law, provision)]
  return order.flatMap((topic) => {
    const sentences = topic === 'except' ? except : (sides[topic] ?? [])
    return sentences.length > 0 ? [{ topic, sentences: sentences.map(capital) }] : []
  })
}

const capital = (sentence: string): string => sentence.slice(0, 1).toUpperCase() + sentence.slice(1)

/** Bodies that another provision exempts from this one. */
const exemptionsOf = (here: Here, law: Law, { id, rule: own }: Provision): string[] =>
  own.kind === 'exemption'
    ? []
    : law.provisions.flatMap(({ rule }) =>
        rule.kind === 'exemption' && rule.bodies && rule.excuses.includes(id)
          ? [
              here.words.rule.except.exempt(
                here.words.site.list(rule.bodies.map((body) => bodyName(here, body))),
              ),
            ]
          : [],
      )

const tellings: Tellings<RuleKind> = {
  formal: ({ words: { rule } }) => ({ what: [rule.what.formal] }),
  permission: ({ words: { rule } }) => ({ what: [rule.what.permission] }),
  declared: ({ words: { rule }, language }, { why }) => ({ what: [rule.what.declared(why[language])] }),
  exemption: (here, { bodies, excuses, ...rest }, law) => {
    nothingLeft(rest)
    const { what } = here.words.rule
    const from = excuses.flatMap((id) => law.provision(id) ?? [])
    const where =
      from.length === 1
        ? from[0]!.gist[here.language].replace(/\.$/, '')
        : here.words.site.list([...new Set(from.map(({ paragraph }) => paragraphName(here, paragraph)))])
    return {
      what: [
        bodies
          ? what.exemptBodies(here.words.site.list(bodies.map((body) => bodyName(here, body))))
          : what.exemptCase,
        what.exemptFrom(from.length, where),
      ],
    }
  },
  ...officeRules,
  ...meetingRules,
}
