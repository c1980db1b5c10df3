// Home: what this is in two sentences, the search, what comes next, the regions.
import type { Unit } from '#territory'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { Layout } from '../parts/layout.tsx'
import { MeetingCard, WhyLink } from '../parts/meeting-card.tsx'
import { SearchForm } from '../parts/search-form.tsx'
import { YearRing } from '../parts/year-ring.tsx'
import type { PageOf } from '../page.tsx'
import type { PublicMeeting } from '#flows'

type Props = { here: Here; next: readonly PublicMeeting[]; regions: readonly Unit[] }

export const homePage: PageOf = async ({ stores: { readings: read }, here }) => {
  const next = await read.nextMeetings(here.today, 4)
  const regions = await read.children(null, here.today)
  return <HomePage here={here} next={next} regions={regions} />
}

function HomePage({ here, next, regions }: Props) {
  const { words, language, format } = here
  const to = addresses[language]
  const sorted = regions.toSorted((a, b) => format.compare(a.name[language], b.name[language]))
  return (
    <Layout here={here} title={words.site.name} description={words.home.lead} search={false}>
      <section class="hero">
        <div class="wrap hero-inner">
          <div>
            <h1>{words.home.title}</h1>
            <p class="lead">{words.home.lead}</p>
            <SearchForm here={here} />
            <p class="actions">
              <a href={to.doors()}>{words.ask.way}</a>
              <a href={to.receipt()}>{words.ask.taken.find}</a>
            </p>
          </div>
          <YearRing here={here} />
        </div>
      </section>
      <div class="wrap sections">
        <section>
          <h2>{words.home.next}</h2>
          {next.length === 0 ? (
            <p class="soft">{words.home.nextNone}</p>
          ) : (
            <ul class="plain cards cards-two">
              {next.map((meeting) => (
                <li key={meeting.id}>
                  <MeetingCard here={here} meeting={meeting}>
                    <WhyLink here={here} meeting={meeting} />
                  </MeetingCard>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section>
          <h2>{words.home.regions}</h2>
          <ul class="plain columns">
            {sorted.map(({ code, name }) => (
              <li key={code}>
                <a href={to.place(code)}>{name[language]}</a>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{words.home.howTitle}</h2>
          <ol class="steps">
            {words.home.how.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      </div>
    </Layout>
  )
}
