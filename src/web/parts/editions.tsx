// The editions of a provision side by side, and from each to the next the words that changed.
import type { Law, Provision } from '#law'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { ChangedWords } from './changed-words.tsx'
import { ruleText } from './rule-in-words.tsx'

type Props = { here: Here; law: Law; provision: Provision }

export function Editions({ here, law, provision }: Props) {
  const editions = law.editionsOf(provision.id)
  if (editions.length < 2) return null
  const { words } = here
  return (
    <section class="apart-above">
      <h2>{words.law.editions}</h2>
      <p class="soft after-heading">{words.editions.legend}</p>
      <div class="side-by-side">
        {editions.map((edition, index) => (
          <article key={edition.id} class={edition.id === provision.id ? 'edition edition-here' : 'edition'}>
            <h3>
              {edition.id === provision.id ? (
                forceWords(here, edition)
              ) : (
                <a href={addresses[here.language].provision(edition.id)}>{forceWords(here, edition)}</a>
              )}
            </h3>
            <Edition here={here} law={law} before={editions[index - 1]} edition={edition} />
          </article>
        ))}
      </div>
    </section>
  )
}

type EditionProps = { here: Here; law: Law; before: Provision | undefined; edition: Provision }

function Edition({ here, law, before, edition }: EditionProps) {
  const { words, language } = here
  const gist = edition.gist[language]
  const rule = ruleText(here, law, edition)
  if (!before)
    return (
      <>
        <p>{gist}</p>
        <h4>{words.editions.rule}</h4>
        <p>{rule}</p>
      </>
    )
  const [oldGist, oldRule] = [before.gist[language], ruleText(here, law, before)]
  return (
    <>
      <p class="small soft">
        {oldGist === gist && oldRule === rule ? words.editions.same : words.editions.changed}
      </p>
      <p>
        <ChangedWords here={here} before={oldGist} after={gist} />
      </p>
      <h4>{words.editions.rule}</h4>
      <p>
        <ChangedWords here={here} before={oldRule} after={rule} />
      </p>
    </>
  )
}

export const forceWords = ({ words, format }: Here, { inForce: { from, until } }: Provision): string =>
  words.law.inForce(format.day(from), until && format.day(until))
