// What the law promises a place, one plain sentence for each akim who owes it a visit; and what its own akim owes.
import type { Law } from '#law'
import type { Unit } from '#territory'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import type { Owed, VisitOwed } from '../pages/read-promises.ts'

type Props = { here: Here; law: Law; unit: Unit; owed: Owed; year: number }

export function VisitsOwed({ here, law, unit, owed: { visits, ownRules }, year }: Props) {
  const { words, language } = here
  const own = visits.filter((visit) => visit.unit.code === unit.code)
  const above = visits.filter((visit) => visit.unit.code !== unit.code)
  return (
    <>
      {unit.parent !== null && (
        <section class="owed">
          <h2>{words.place.promiseTitle}</h2>
          <p class="soft small">{words.place.promiseYear(year)}</p>
          {own.length === 0 && <p>{words.place.promiseNone}</p>}
          <ul class="plain rows">
            {[...own, ...above].map((visit) => (
              <Visit key={`${visit.norm} ${visit.unit.code}`} here={here} unit={unit} visit={visit} />
            ))}
          </ul>
        </section>
      )}
      {ownRules.length > 0 && (
        <section class="owed">
          <h2>{words.place.ownTitle}</h2>
          <ul class="plain rows">
            {ownRules.map((norm) => (
              <li key={norm}>
                <a href={addresses[language].provision(norm)}>{law.provision(norm)!.gist[language]}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Visit({ here: { words, language }, unit, visit }: { here: Here; unit: Unit; visit: VisitOwed }) {
  const { norm, office, unit: of, times, period, form } = visit
  const to = addresses[language]
  return (
    <li>
      <span class="row-name">{words.place.promise(office.name[language], times, period)}</span>
      <span>
        {of.code === unit.code ? words.place.visitsHere : <a href={to.place(of.code)}>{of.name[language]}</a>}
        , {form === 'visiting' ? words.place.promiseVisiting : words.place.promiseAnyForm}.{' '}
        <a class="why" href={to.provision(norm)}>
          {words.place.promiseWhy}
        </a>
      </span>
    </li>
  )
}
