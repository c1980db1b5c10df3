// One rule of law: its gist, whom it binds, its editions side by side, and where its words leave a doubt.
import type { Law, Provision } from '#law'
import { addresses } from '../address.ts'
import { isName } from '../asked.ts'
import type { Here } from '../here.ts'
import type { PageOf } from '../page.tsx'
import { actName, paragraphName } from '../parts/act-name.ts'
import { Breadcrumbs } from '../parts/breadcrumbs.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { Icon } from '../parts/icon.tsx'
import { Layout } from '../parts/layout.tsx'

export const provisionPage: PageOf = async ({ c, here, law }) => {
  const id = c.req.param('norm')
  if (!isName(id)) return 'wrong'
  const provision = law.provision(id)
  return provision ? <ProvisionPage here={here} law={law} provision={provision} /> : 'not-found'
}

type Props = { here: Here; law: Law; provision: Provision }

function ProvisionPage({ here, law, provision }: Props) {
  const { words, language } = here
  const to = addresses[language]
  const act = law.act(provision.act)!
  const source = provision.source ?? act.source
  const title = `${actName(here, act)}, ${paragraphName(here, provision.paragraph)}`
  return (
    <Layout here={here} title={title} description={provision.gist[language]}>
      <div class="wrap">
        <Breadcrumbs
          here={here}
          crumbs={[
            { name: words.law.title, href: to.acts() },
            { name: actName(here, act), href: to.act(act.id) },
          ]}
        />
        <h1>{title}</h1>
        <blockquote class="provision provision-large">
          <p class="lead">{provision.gist[language]}</p>
        </blockquote>
        {provision.rule.kind === 'declared' && <p>{words.law.declared}</p>}
        <Facts>
          <Fact term={words.law.kindTitle}>{words.law.kinds[provision.kind]}</Fact>
          {provision.bearer !== null && (
            <Fact term={words.law.bearerTitle}>{bearerName(here, provision.bearer)}</Fact>
          )}
          <Fact term={words.law.forceTitle}>{force(here, provision)}</Fact>
          <Fact term={words.law.idTitle}>
            <code>{provision.id}</code>
          </Fact>
          {source && (
            <Fact term={words.law.source}>
              <a href={source} rel="external noopener">
                <Icon name="law" /> {new URL(source).hostname}
              </a>
            </Fact>
          )}
        </Facts>
        <Editions here={here} law={law} provision={provision} />
        <Doubts here={here} law={law} provision={provision} />
      </div>
    </Layout>
  )
}

const force = ({ words, format }: Here, { inForce: { from, until } }: Provision): string =>
  words.law.inForce(format.day(from), until && format.day(until))

/** A group of posts by its name, single posts by theirs. */
function bearerName({ words }: Here, bearer: NonNullable<Provision['bearer']>): string {
  const groups = words.law.bearers as Readonly<Record<string, string>>
  const posts = words.post as Readonly<Record<string, string>>
  return words.site.list([bearer].flat().map((name) => groups[name] ?? posts[name] ?? name))
}

function Editions({ here, law, provision }: Props) {
  const editions = law.editionsOf(provision.id)
  if (editions.length < 2) return null
  const { words, language } = here
  return (
    <section class="apart-above">
      <h2>{words.law.editions}</h2>
      <div class="side-by-side">
        {editions.map((edition) => (
          <article key={edition.id} class={edition.id === provision.id ? 'edition edition-here' : 'edition'}>
            <h3>
              {edition.id === provision.id ? (
                force(here, edition)
              ) : (
                <a href={addresses[language].provision(edition.id)}>{force(here, edition)}</a>
              )}
            </h3>
            <p>{edition.gist[language]}</p>
          </article>
        ))}
      </div>
    </section>
  )
}

function Doubts({ here: { words, language }, law, provision }: Props) {
  if (provision.doubts.length === 0) return null
  return (
    <section class="apart-above">
      <h2>{words.law.doubtsTitle}</h2>
      {provision.doubts.map(({ id, taken }) => {
        const doubt = law.doubt(id)
        if (!doubt) return null
        return (
          <article key={id} class="doubt">
            <h3>{doubt.gist[language]}</h3>
            <ul class="plain">
              {doubt.readings.map((reading) => (
                <li key={reading.id} {...(reading.id === taken ? { class: 'taken' } : {})}>
                  <Icon name={reading.id === taken ? 'done' : 'none'} />
                  <span>
                    {reading.gist[language]}
                    {reading.id === taken && <span class="tag">{words.law.taken}</span>}
                  </span>
                </li>
              ))}
            </ul>
            <p class="soft small">{id}</p>
          </article>
        )
      })}
    </section>
  )
}
