// A piece of a found text with the words marked, quotes that have them, the filter by sphere, and a group of what was found.
import type { ComponentChildren } from 'preact'
import { spheres } from '#calendar'
import { type SearchQuery, markFound } from '#reading'
import type { PoolIssue } from '#requests'
import type { Here } from '../here.ts'
import { langOf } from './pool-words.ts'
import { sphereTitle } from './sphere-name.ts'

export const FoundWords = ({
  text,
  query,
  length,
}: {
  text: string
  query: SearchQuery
  length?: number
}) => (
  <>
    {markFound(text, query, length).map(({ text, found }, at) =>
      found ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
    )}
  </>
)

type QuotesProps = { here: Here; quotes: PoolIssue['quotes']; query: SearchQuery }

/** The quotes that say what was typed, or else what is meant by it; the first one where none does. */
export function FoundQuotes({ here, quotes, query }: QuotesProps) {
  const saying = (of: SearchQuery) =>
    quotes.filter(({ words }) => markFound(words, of).some(({ found }) => found))
  const typed = saying(query.map((part) => ({ ...part, otherwise: [] })))
  const found = typed.length > 0 ? typed : saying(query)
  const shown = found.length > 0 ? found.slice(0, mostQuotes) : quotes.slice(0, 1)
  if (shown.length === 0) return null
  return (
    <ul class="quotes plain" aria-label={here.words.pool.quotes}>
      {shown.map(({ words, language }) => (
        <li key={words}>
          <blockquote {...langOf(language)}>
            <FoundWords text={words} query={query} length={120} />
          </blockquote>
        </li>
      ))}
    </ul>
  )
}

const mostQuotes = 2

export const SphereChoice = ({ here, chosen }: { here: Here; chosen: string | null }) => (
  <p class="search-sphere">
    <label for="sphere">{here.words.search.sphere}</label>
    <select id="sphere" name="sphere">
      <option value="">{here.words.search.anySphere}</option>
      {spheres.map((sphere) => (
        <option key={sphere} value={sphere} selected={sphere === chosen}>
          {sphereTitle(here, sphere)}
        </option>
      ))}
    </select>
  </p>
)

type GroupProps = { here: Here; id: string; title: string; whole?: boolean; children: ComponentChildren }

/** `whole`: something in it has all the words. */
export const FoundGroup = ({ here, id, title, whole = true, children }: GroupProps) => (
  <section aria-labelledby={id} class="found">
    <h2 id={id}>{title}</h2>
    {!whole && <p class="soft">{here.words.search.some}</p>}
    {children}
  </section>
)
