// The acts under which meetings are held: a line of time, then each act.
import { addresses } from '../address.ts'
import type { Act } from '#law'
import type { Here } from '../here.ts'
import type { PageOf } from '../page.tsx'
import { actName } from '../parts/act-name.ts'
import { ActTimeline } from '../parts/act-timeline.tsx'
import { Layout } from '../parts/layout.tsx'

export const actsPage: PageOf = async ({ here, law }) => {
  const { words } = here
  const acts = law.acts.toSorted((a, b) => (from(a) < from(b) ? -1 : 1))
  // What is in force comes first, what is only known last.
  const newest = acts.toReversed()
  const isOver = ({ in_force: force }: Act) =>
    force !== null && force.until !== null && force.until < here.today
  const encoded = newest
    .filter(({ text }) => text === 'encoded')
    .sort((a, b) => Number(isOver(a)) - Number(isOver(b)))
  const known = newest.filter(({ text }) => text !== 'encoded')
  return (
    <Layout here={here} title={words.law.title} description={words.law.lead}>
      <div class="wrap">
        <h1>{words.law.title}</h1>
        <p class="lead after-title">{words.law.lead}</p>
        <p class="actions">
          <a href={addresses[here.language].doubts()}>{words.doubts.link}</a>
        </p>
        <section class="apart-above">
          <h2>{words.law.chainTitle}</h2>
          <ActTimeline here={here} acts={acts} />
        </section>
        <section class="apart-above">
          <h2>{words.law.actsTitle}</h2>
          <ul class="plain rows">
            {encoded.map((act) => (
              <ActRow key={act.id} here={here} act={act} />
            ))}
          </ul>
        </section>
        {known.length > 0 && (
          <section class="apart-above">
            <h2>{words.law.knownTitle}</h2>
            <p class="soft after-heading">{words.law.knownOnly}</p>
            <ul class="plain rows">
              {known.map((act) => (
                <ActRow key={act.id} here={here} act={act} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Layout>
  )
}

const from = (act: Act): string => act.in_force?.from ?? act.date ?? ''

function ActRow({ here, act }: { here: Here; act: Act }) {
  const { language } = here
  return (
    <li>
      {act.text === 'encoded' ? (
        <a class="row-name" href={addresses[language].act(act.id)}>
          {actName(here, act)}
        </a>
      ) : (
        <span class="row-name">{actName(here, act)}</span>
      )}
      <span>{act.gist[language]}</span>
      <span class="soft small">{forceOf(here, act)}</span>
    </li>
  )
}

/** "in force from …", "… – …", or the day of adoption when more is not known. */
export function forceOf({ words, format }: Here, act: Act): string {
  const { in_force: force, date } = act
  if (force) return `${words.law.inForce(format.day(force.from), force.until && format.day(force.until))}.`
  return date ? `${words.law.dated(format.day(date))}.` : `${words.law.unknownDay}.`
}
