// One act: what it is about, its editions, and its rules paragraph by paragraph as they stand now.
import type { Act, Law, Provision } from '#law'
import { addresses } from '../address.ts'
import { isName } from '../asked.ts'
import type { Here } from '../here.ts'
import type { PageOf } from '../page.tsx'
import { actName, paragraphName } from '../parts/act-name.ts'
import { Breadcrumbs } from '../parts/breadcrumbs.tsx'
import { Icon } from '../parts/icon.tsx'
import { Layout } from '../parts/layout.tsx'
import { forceOf } from './acts.tsx'

export const actPage: PageOf = async ({ c, here, law }) => {
  const id = c.req.param('act')
  if (!isName(id)) return 'wrong'
  const act = law.act(id)
  return act ? <ActPage here={here} law={law} act={act} /> : 'not-found'
}

type Props = { here: Here; law: Law; act: Act }

function ActPage({ here, law, act }: Props) {
  const { words, language } = here
  const provisions = law.provisions.filter((provision) => provision.act === act.id)
  const standing = provisions.filter(({ id }) => law.editionsOf(id).at(-1)?.id === id)
  const order = (paragraph: string) => (paragraph === 'preamble' ? '0' : paragraph)
  const paragraphs = [...Map.groupBy(standing, ({ paragraph }) => paragraph)].toSorted(([a], [b]) =>
    order(a).localeCompare(order(b), 'en', { numeric: true }),
  )
  return (
    <Layout here={here} title={actName(here, act)} description={act.gist[language]}>
      <div class="wrap">
        <Breadcrumbs here={here} crumbs={[{ name: words.law.title, href: addresses[language].acts() }]} />
        <h1>{actName(here, act)}</h1>
        <p class="lead after-title">{act.gist[language]}</p>
        <p class="soft">{forceOf(here, act)}</p>
        {act.note && <p class="soft">{act.note[language]}</p>}
        <Neighbour here={here} law={law} term={words.law.amends} id={act.amends} />
        <Neighbour here={here} law={law} term={words.law.repealedBy} id={act.repealed_by} />
        {act.incomplete && <p>{words.law.incomplete}</p>}
        {act.source && (
          <p class="actions">
            <a href={act.source} rel="external noopener">
              <Icon name="law" /> {words.law.source}
            </a>
          </p>
        )}
        <Editions here={here} act={act} />
        <section class="apart-above">
          <h2>{words.law.provisionsTitle}</h2>
          {paragraphs.length === 0 && <p class="soft">{words.law.noProvisions}</p>}
          {paragraphs.map(([paragraph, ofParagraph]) => (
            <Paragraph key={paragraph} here={here} paragraph={paragraph} provisions={ofParagraph} />
          ))}
        </section>
      </div>
    </Layout>
  )
}

type NeighbourProps = { here: Here; law: Law; term: string; id: string | undefined }

/** Another act in the chain: the one it amends, the one that ended it. */
function Neighbour({ here, law, term, id }: NeighbourProps) {
  const act = id === undefined ? undefined : law.act(id)
  return act ? (
    <p>
      {term}: <a href={addresses[here.language].act(act.id)}>{actName(here, act)}</a>
    </p>
  ) : null
}

function Editions({ here: { words, format, language, today }, act }: Pick<Props, 'here' | 'act'>) {
  if (act.editions.length < 2) return null
  return (
    <section class="apart-above">
      <h2>{words.law.editions}</h2>
      <ul class="plain rows">
        {act.editions.map(({ id, from, until, note }) => (
          <li key={id}>
            <span class="row-name">
              {words.law.edition(id.replace(/^\D+/, ''))}
              {from <= today && (until === null || until >= today) && (
                <span class="tag">{words.law.editionNow}</span>
              )}
            </span>
            <span class="soft">{words.law.inForce(format.day(from), until && format.day(until))}</span>
            {note && <span>{note[language]}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

type ParagraphProps = { here: Here; paragraph: string; provisions: readonly Provision[] }

const Paragraph = ({ here, paragraph, provisions }: ParagraphProps) => (
  <div class="paragraph">
    <h3 class="paragraph-number">{paragraphName(here, paragraph)}</h3>
    <ul class="plain">
      {provisions.map(({ id, gist, kind }) => (
        <li key={id}>
          <a href={addresses[here.language].provision(id)}>{gist[here.language]}</a>
          <span class="soft small"> {here.words.law.kinds[kind]}</span>
        </li>
      ))}
    </ul>
  </div>
)
