// What the law promises a place, one plain sentence for each akim who owes it a visit.
import type { Unit } from '#territory'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import type { VisitOwed } from '../pages/read-promises.ts'

type Props = { here: Here; unit: Unit; owed: readonly VisitOwed[]; year: number }

export function VisitsOwed({ here: { words, language }, unit, owed, year }: Props) {
  const to = addresses[language]
  const here = owed.filter((visit) => visit.unit.code === unit.code)
  const above = owed.filter((visit) => visit.unit.code !== unit.code)
  return (
    <section class="owed">
      <h2>{words.place.promiseTitle}</h2>
      <p class="soft small">{words.place.promiseYear(year)}</p>
      {here.length === 0 && <p>{words.place.promiseNone}</p>}
      <ul class="plain rows">
        {[...here, ...above].map(({ norm, office, unit: of, times, period, form }) => (
          <li key={`${norm} ${office.id} ${of.code}`}>
            <span class="row-name">{words.place.promise(office.name[language], times, period)}</span>
            <span>
              {of.code === unit.code ? (
                words.place.visitsHere
              ) : (
                <a href={to.place(of.code)}>{of.name[language]}</a>
              )}
              , {form === 'visiting' ? words.place.promiseVisiting : words.place.promiseAnyForm}.{' '}
              <a class="why" href={to.provision(norm)}>
                {words.place.promiseWhy}
              </a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
