// The doubts of the law for lawyers: each question, its readings, the one taken here, and the rules it matters for.
import type { Doubt, Law } from '#law'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import type { PageOf } from '../page.tsx'
import { actName, paragraphName } from '../parts/act-name.ts'
import { Breadcrumbs } from '../parts/breadcrumbs.tsx'
import { DoubtReadings } from '../parts/doubt.tsx'
import { Layout } from '../parts/layout.tsx'

export const doubtsPage: PageOf = async ({ here, law }) => {
  const { words, language } = here
  return (
    <Layout here={here} title={words.doubts.title} description={words.doubts.lead}>
      <div class="wrap">
        <Breadcrumbs here={here} crumbs={[{ name: words.law.title, href: addresses[language].acts() }]} />
        <h1>{words.doubts.title}</h1>
        <p class="lead after-title">{words.doubts.lead}</p>
        <div class="apart-above">
          {law.doubts.map((doubt) => (
            <article key={doubt.id} class="doubt" id={doubt.id}>
              <h2 class="doubt-question">
                <a class="doubt-id" href={`#${doubt.id}`}>
                  {doubt.id}
                </a>{' '}
                {doubt.gist[language]}
              </h2>
              <DoubtReadings here={here} law={law} doubt={doubt} />
              <Matters here={here} law={law} doubt={doubt} />
            </article>
          ))}
        </div>
      </div>
    </Layout>
  )
}

/** Where it matters: provisions act by act, folded where they are many, and acts whose days it moves. */
function Matters({ here, law, doubt }: { here: Here; law: Law; doubt: Doubt }) {
  const { words, language } = here
  const to = addresses[language]
  const provisions = law.provisions.filter(({ doubts }) => doubts.some(({ id }) => id === doubt.id))
  const acts = law.acts.filter(({ doubts, begins }) => doubts?.includes(doubt.id) || begins?.[doubt.id])
  if (provisions.length + acts.length === 0) return <p class="soft small">{words.doubts.mattersNone}</p>
  return (
    <details>
      <summary>
        {words.doubts.matters} ({here.format.number(provisions.length + acts.length)})
      </summary>
      {acts.length > 0 && (
        <ul class="points">
          {acts.map((act) => (
            <li key={act.id}>
              <a href={to.act(act.id)}>{actName(here, act)}</a>
            </li>
          ))}
        </ul>
      )}
      {provisions.length > 0 && (
        <ul class="points">
          {provisions.map(({ id, act, paragraph, gist }) => (
            <li key={id}>
              <a href={to.provision(id)}>{gist[language]}</a>
              <span class="small soft">
                {' '}
                {actName(here, law.act(act)!)}, {paragraphName(here, paragraph)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
