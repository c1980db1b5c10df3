// A piece of a found text with the words marked, the filter by sphere, and a group of what was found.
import type { ComponentChildren } from 'preact'
import { spheres } from '#calendar'
import { type SearchQuery, markFound } from '#reading'
import type { Here } from '../here.ts'
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
