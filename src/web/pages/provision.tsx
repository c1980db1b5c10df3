// One rule of law: its gist, the rule in words, examples, editions, how it is kept now, and where it leaves a doubt.
import { type VerdictCounts, countVerdicts } from '#flows'
import type { Law, Provision } from '#law'
import { addresses } from '../address.ts'
import { askedCode, isName } from '../asked.ts'
import type { Here } from '../here.ts'
import type { PageOf } from '../page.tsx'
import { actName, paragraphName } from '../parts/act-name.ts'
import { Breadcrumbs } from '../parts/breadcrumbs.tsx'
import { DoubtReadings } from '../parts/doubt.tsx'
import { Editions, forceWords } from '../parts/editions.tsx'
import { Examples } from '../parts/examples.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { Icon } from '../parts/icon.tsx'
import { Layout } from '../parts/layout.tsx'
import { RuleInWords } from '../parts/rule-in-words.tsx'
import { bearersName } from '../parts/rule/vocabulary.ts'
import { CountedVerdicts } from '../parts/verdict-counts.tsx'

export const provisionPage: PageOf = async ({ c, here, stores, law }) => {
  const id = c.req.param('norm')
  const typed = c.req.query('region')
  const region = askedCode(typed)
  if (!isName(id) || (typed !== undefined && region === undefined)) return 'wrong'
  const provision = law.provision(id)
  if (!provision) return 'not-found'
  const counts = await countVerdicts(stores, law, id, { asOf: here.today, region })
  return <ProvisionPage here={here} law={law} provision={provision} counts={counts} />
}

type Props = { here: Here; law: Law; provision: Provision }

function ProvisionPage({ here, law, provision, counts }: Props & { counts: VerdictCounts | null }) {
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
        <Facts>
          <Fact term={words.law.kindTitle}>{words.law.kinds[provision.kind]}</Fact>
          {provision.bearer !== null && (
            <Fact term={words.law.bearerTitle}>{bearersName(here, provision.bearer)}</Fact>
          )}
          <Fact term={words.law.forceTitle}>{forceWords(here, provision)}</Fact>
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
        <RuleInWords here={here} law={law} provision={provision} />
        <Examples here={here} law={law} provision={provision} />
        <Editions here={here} law={law} provision={provision} />
        {counts && <CountedVerdicts here={here} norm={provision.id} counts={counts} />}
        <Doubts here={here} law={law} provision={provision} />
      </div>
    </Layout>
  )
}

function Doubts({ here, law, provision }: Props) {
  const { words, language } = here
  const doubts = provision.doubts.flatMap(({ id }) => law.doubt(id) ?? [])
  return (
    <section class="apart-above">
      {doubts.length > 0 && <h2>{words.law.doubtsTitle}</h2>}
      {doubts.map((doubt) => (
        <article key={doubt.id} class="doubt">
          <h3>{doubt.gist[language]}</h3>
          <DoubtReadings here={here} law={law} doubt={doubt} />
          <p class="small">
            <a href={addresses[language].doubts(doubt.id)}>{doubt.id}</a>
          </p>
        </article>
      ))}
      <p class="actions">
        <a href={addresses[language].doubts()}>{words.doubts.link}</a>
      </p>
    </section>
  )
}
