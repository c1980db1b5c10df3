// The search for a place: a plain GET form, large on the home page, small in the header.
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { Icon } from './icon.tsx'

type Props = { here: Here; small?: boolean; q?: string; error?: string }

export function SearchForm({ here: { words, language }, small = false, q, error }: Props) {
  const id = small ? 'search-small' : 'search'
  const described = [!small && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <search class={small ? 'search small-search' : 'search'}>
      <form action={addresses[language].search()} method="get">
        <label for={id} class={small ? 'unseen' : undefined}>
          {words.search.label}
        </label>
        {!small && (
          <p id={`${id}-hint`} class="hint">
            {words.search.hint}
          </p>
        )}
        {error && (
          <p id={`${id}-error`} class="error">
            <span class="unseen">{words.form.error}</span> {error}
          </p>
        )}
        <div class="search-line">
          <input
            id={id}
            name="q"
            type="search"
            value={q}
            maxLength={80}
            autocomplete="off"
            spellcheck={false}
            placeholder={small ? words.search.placeholder : undefined}
            {...(described ? { 'aria-describedby': described } : {})}
            {...(error ? { 'aria-invalid': 'true' as const } : {})}
          />
          <button type="submit" aria-label={small ? words.search.button : undefined}>
            <Icon name="search" />
            {!small && <span>{words.search.button}</span>}
          </button>
        </div>
      </form>
    </search>
  )
}
