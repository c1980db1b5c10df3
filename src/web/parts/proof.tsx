// The records that prove a verdict: what each says, when it was entered, and whether this service saw it happen.
import type { Entry } from '#journal'
import { factOf } from '#flows'
import { isFactType } from '#law'
import { localDay } from '#territory'
import type { Here } from '../here.ts'
import { type Names, factDay, factWords } from './fact-words.ts'

export function Proof({ here, entries, names }: { here: Here; entries: readonly Entry[]; names: Names }) {
  const { words, format } = here
  return (
    <section class="apart-above">
      <h2>{words.proof.title}</h2>
      {entries.length === 0 && <p class="soft">{words.proof.none}</p>}
      <ul class="plain rows">
        {entries.map((entry) => {
          const fact = factOf(entry)
          const day = factDay(fact)
          return (
            <li key={entry.id}>
              {day && <span class="row-name">{format.day(day)}</span>}
              <span>{factWords(here, fact, names)}</span>
              <span class="small soft">
                {entry.asserted ? words.proof.asserted : words.proof.witnessed};{' '}
                {words.proof.recorded(format.day(localDay(entry.recordedAt, null)))}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

export const factName = ({ words }: Here, type: string): string =>
  isFactType(type) ? words.fact[type] : type
