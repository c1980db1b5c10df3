// The rule of a provision as sentences, side by side: what is needed, when, where, by when, what counts, what excuses.
import type { Law, Provision } from '#law'
import type { Here } from '../here.ts'
import { Fact, Facts } from './facts.tsx'
import { ruleLines } from './rule/rule-lines.ts'

export function RuleInWords({ here, law, provision }: { here: Here; law: Law; provision: Provision }) {
  const { rule } = here.words
  return (
    <section class="apart-above">
      <h2>{rule.title}</h2>
      <p class="soft after-heading">{rule.lead}</p>
      <Facts>
        {ruleLines(here, law, provision).map(({ topic, sentences }) => (
          <Fact key={topic} term={rule.topic[topic]}>
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Fact>
        ))}
      </Facts>
    </section>
  )
}

/** All of it in one text, to be compared with that of another edition. */
export const ruleText = (here: Here, law: Law, provision: Provision): string =>
  ruleLines(here, law, provision)
    .flatMap(({ sentences }) => sentences)
    .join(' ')
