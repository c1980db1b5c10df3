// How a norm is kept now: verdicts counted region by region, each count with one duty to look at.
import type { RegionCount, VerdictCounts } from '#flows'
import { verdictWords } from '#law'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { VerdictBadge } from './verdict-badge.tsx'

export function CountedVerdicts({ here, counts }: { here: Here; counts: VerdictCounts }) {
  const { words, format } = here
  const { asOf, year, counted, left } = counts
  const found = counted.filter(({ verdicts, upcoming }) => verdicts.size + upcoming > 0)
  return (
    <section class="apart-above">
      <h2>{words.counts.title(year)}</h2>
      <p class="soft after-heading">{words.counts.lead(format.day(asOf))}</p>
      {found.length === 0 && <p>{counted.length === 0 ? words.counts.noRegion : words.counts.none}</p>}
      {found.length > 0 && (
        <ul class="plain rows counts">
          {found.map((count) => (
            <Region key={count.region.code} here={here} year={year} count={count} />
          ))}
        </ul>
      )}
      {left > 0 && <p>{words.counts.more(counted.length, counted.length + left)}</p>}
    </section>
  )
}

function Region({ here, year, count }: { here: Here; year: number; count: RegionCount }) {
  const { words, format, language } = here
  const to = addresses[language]
  const { region, offices, judged, verdicts, upcoming } = count
  return (
    <li>
      <a class="row-name" href={to.calendar(region.code, year)}>
        {region.name[language]}
      </a>
      <ul class="plain tally">
        {verdictWords.flatMap((word) => {
          const found = verdicts.get(word)
          return found
            ? [
                <li key={word}>
                  <strong class="numbers">{format.number(found.count)}</strong>
                  <a
                    href={to.why(found.sample)}
                    aria-label={`${words.verdict[word]}: ${words.counts.example}`}
                  >
                    <VerdictBadge here={here} verdict={word} />
                  </a>
                </li>,
              ]
            : []
        })}
      </ul>
      <span class="small soft">
        {upcoming > 0 && `${words.counts.upcoming(upcoming)} `}
        {words.counts.offices(judged, offices)}
      </span>
    </li>
  )
}
