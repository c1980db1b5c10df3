// A search: a plain GET form, large on the home page, small in the header; a page may add its own filters.
import type { ComponentChildren } from 'preact'
import { longestSearch } from '#flows'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { Icon } from './icon.tsx'

type Props = {
  here: Here
  small?: boolean
  q?: string
  error?: string
  /** Where it leads, and what it says, when it is not the search of everything. */
  of?: { readonly action: string; readonly label: string; readonly hint: string }
  children?: ComponentChildren
}

export function SearchForm({ here: { words, language }, small = false, q, error, of, children }: Props) {
  const id = small ? 'search-small' : 'search'
  const described = [!small && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <search class={small ? 'search small-search' : 'search'}>
      <form action={of?.action ?? addresses[language].search()} method="get">
        <label for={id} class={small ? 'unseen' : undefined}>
          {of?.label ?? words.search.label}
        </label>
        {!small && (
          <p id={`${id}-hint`} class="hint">
            {of?.hint ?? words.search.hintAny}
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
            maxLength={longestSearch}
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
        {children}
      </form>
    </search>
  )
}
