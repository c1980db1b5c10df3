// How the schedule of ministers' meetings is made and how to take part: the way from the law, and the published text.
import { periodsToPlan, regimeOf, submissionDue } from '#calendar'
import type { NormId } from '#law'
import { localDay } from '#territory'
import { addresses } from '../address.ts'
import type { PageOf } from '../page.tsx'
import { periodName } from '../parts/act-name.ts'
import { Breadcrumbs } from '../parts/breadcrumbs.tsx'
import { Layout } from '../parts/layout.tsx'

export const scheduleProcedurePage: PageOf = async ({ here, stores, law }) => {
  const { language, format, today } = here
  const words = here.words.schedule
  const to = addresses[language]
  const newest = (await stores.schedules.procedures()).at(-1)
  const dates = periodsToPlan(law, today).flatMap((period) => {
    const regime = regimeOf(law, period)
    const due = regime && submissionDue(law, regime, period)
    return regime && due ? [{ period, day: due.due, norm: regime.submission as NormId }] : []
  })
  return (
    <Layout here={here} title={words.procedureTitle} description={words.procedureLead}>
      <div class="wrap flow">
        <Breadcrumbs here={here} crumbs={[{ name: words.title, href: to.ministersSchedules() }]} />
        <h1>{words.procedureTitle}</h1>
        <p class="lead">{words.procedureLead}</p>
        <ol>
          {words.procedureSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <ul class="plain">
          {dates.map(({ period, day, norm }) => (
            <li key={period}>
              {words.dueLine(periodName(here, period), format.day(day))}{' '}
              <a href={to.provision(norm)}>{words.lawLink}</a>
            </li>
          ))}
        </ul>
        <h2>{words.takePart}</h2>
        <ul>
          {words.takePartSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
        <h2>{words.procedureText}</h2>
        {newest ? (
          <>
            <p class="soft">
              {words.procedureOrder(newest.order, format.day(localDay(newest.publishedAt, null)))}
            </p>
            {(language === 'ru' ? newest.text.ru : newest.text.kk).split('\n').map((line, at) => (
              <p key={at} lang={language === 'ru' ? 'ru' : 'kk'}>
                {line}
              </p>
            ))}
          </>
        ) : (
          <p>{words.procedureNone}</p>
        )}
      </div>
    </Layout>
  )
}
