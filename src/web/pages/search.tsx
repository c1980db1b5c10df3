// What the search found: each place with the chain above it, so that one Ақтоған is told from another.
import type { Unit } from '#territory'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { Layout } from '../parts/layout.tsx'
import { SearchForm } from '../parts/search-form.tsx'
import type { PageOf } from '../page.tsx'
import type { PublicReadings } from '#flows'

const limit = 20

type Found = { readonly unit: Unit; readonly above: readonly Unit[] }
type SearchReading = {
  readonly q: string
  readonly error: 'empty' | 'tooShort' | 'tooLong' | null
  readonly found: readonly Found[]
  readonly more: boolean
}

/** Reads the question as it was typed and looks for it; what is wrong with it comes back beside it. */
async function readSearch(
  read: PublicReadings,
  here: Here,
  typed: string | undefined,
): Promise<SearchReading> {
  const q = (typed ?? '').replace(/[\p{Cc}\s]+/gu, ' ').trim()
  const letters = [...q].length
  const none = { q, found: [], more: false }
  if (typed === undefined) return { ...none, error: null }
  if (letters === 0) return { ...none, error: 'empty' }
  if (letters > 80) return { ...none, q: [...q].slice(0, 80).join(''), error: 'tooLong' }
  if (letters < 2) return { ...none, error: 'tooShort' }
  const found = await read.search(q, here.today, limit + 1)
  return { q, error: null, found: found.slice(0, limit), more: found.length > limit }
}

export const searchPage: PageOf = async ({ c, here, stores }) => {
  const reading = await readSearch(stores.readings, here, c.req.query('q'))
  const page = <SearchPage here={here} reading={reading} />
  return reading.error === null ? page : { status: 422, page }
}

function SearchPage({ here, reading }: { here: Here; reading: SearchReading }) {
  const { words } = here
  const { q, error, found, more } = reading
  const asked = q !== '' && error === null
  return (
    <Layout here={here} title={words.search.title} search={false} refused={error !== null} unlisted>
      <div class="wrap narrow">
        <h1>{words.search.title}</h1>
        <SearchForm here={here} q={q} {...(error ? { error: words.search[error] } : {})} />
        {asked && found.length === 0 && (
          <EmptyState title={words.search.noneTitle}>
            <p>{words.search.none}</p>
            <p>
              <a href={addresses[here.language].home()}>{words.home.regions}</a>
            </p>
          </EmptyState>
        )}
        {found.length > 0 && (
          <section aria-labelledby="found">
            <h2 id="found" class="small-heading">
              {more ? words.search.many(found.length) : words.search.found(found.length)}
            </h2>
            <ul class="plain rows">
              {found.map(({ unit, above }) => (
                <FoundPlace key={unit.code} here={here} unit={unit} above={above} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Layout>
  )
}

const FoundPlace = ({ here: { language, words }, unit, above }: Found & { here: Here }) => (
  <li>
    <a class="row-name" href={addresses[language].place(unit.code)}>
      {unit.name[language]}
    </a>
    <span class="soft">
      {above.length > 0 ? above.map(({ name }) => name[language]).join(' – ') : words.kind[unit.kind]}
    </span>
  </li>
)
