// What the readings not taken here would give for the same records.
import type { Duties } from '#flows'
import { type Explained, type Law, type Question, evaluate } from '#law'
import type { Verdict } from '#law'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { VerdictBadge } from './verdict-badge.tsx'

export type Other = { readonly doubt: string; readonly reading: string; readonly verdict: Verdict | null }

/** The verdict at the same key under every other reading that changes the rule. */
export function otherReadings(
  law: Law,
  { world }: Duties,
  explained: Explained,
  question: Question,
): Other[] {
  const { norm, bearer, subject, period } = explained
  return (law.provision(norm)?.doubts ?? []).flatMap(({ id, taken, changes }) =>
    changes
      .filter((reading) => reading !== taken)
      .map((reading) => {
        const other = law.reread({ ...law.readings, [id]: reading })
        const found = evaluate(other, world, { ...question, norms: [norm], bearers: [bearer] })
        return {
          doubt: id,
          reading,
          verdict: found.find((one) => one.subject === subject && one.period === period) ?? null,
        }
      }),
  )
}

type Props = { here: Here; law: Law; others: readonly Other[]; explained: Explained }

export function OtherReadings({ here, law, others, explained }: Props) {
  const { words, format, language } = here
  if (others.length === 0) return null
  return (
    <section class="apart-above">
      <h2>{words.proof.others}</h2>
      <p class="soft after-heading">{words.proof.othersLead}</p>
      <ul class="plain rows">
        {others.map(({ doubt, reading, verdict }) => {
          const gist = law.doubt(doubt)
          return (
            <li key={`${doubt} ${reading}`}>
              <a class="row-name" href={addresses[language].doubts(doubt)}>
                {gist?.gist[language] ?? doubt}
              </a>
              <span>{gist?.readings.find(({ id }) => id === reading)?.gist[language] ?? reading}</span>
              {verdict === null ? (
                <span>{words.proof.gone}</span>
              ) : (
                <span class="verdict-line">
                  <VerdictBadge here={here} verdict={verdict.verdict} />
                  <span class="small soft">
                    {verdict.due === explained.due && verdict.verdict === explained.verdict
                      ? words.proof.same
                      : verdict.due && words.example.due(format.day(verdict.due))}
                  </span>
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
