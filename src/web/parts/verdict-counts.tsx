// How a norm is kept now: the verdicts of a region counted, each count with one duty to look at; other regions by link.
import type { RegionCount, VerdictCounts } from '#flows'
import { verdictWords } from '#law'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { VerdictBadge } from './verdict-badge.tsx'

type Props = { here: Here; norm: string; counts: VerdictCounts }

export function CountedVerdicts({ here, norm, counts }: Props) {
  const { words, format, language } = here
  const { asOf, year, counted, others } = counts
  return (
    <section class="apart-above" id="counts">
      <h2>{words.counts.title(year)}</h2>
      <p class="soft after-heading">{words.counts.lead(format.day(asOf))}</p>
      {counted === null && <p>{words.counts.noRegion}</p>}
      {counted && <Region here={here} year={year} count={counted} />}
      {others.length > 0 && (
        <>
          <h3 class="group">{words.counts.others}</h3>
          <ul class="plain columns">
            {others.map(({ code, name }) => (
              <li key={code}>
                <a href={addresses[language].provision(norm, code)}>{name[language]}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Region({ here, year, count }: { here: Here; year: number; count: RegionCount }) {
  const { words, format, language } = here
  const to = addresses[language]
  const { region, offices, judged, verdicts, upcoming } = count
  return (
    <div class="counts">
      <a class="row-name" href={to.calendar(region.code, year)}>
        {region.name[language]}
      </a>
      {verdicts.size + upcoming === 0 && <p>{words.counts.none}</p>}
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
        {judged > 0 && words.counts.offices(judged, offices)}
      </span>
    </div>
  )
}
