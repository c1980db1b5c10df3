// Words as PostgreSQL keeps and asks them: the vector of a text, and what of it a query asks for.
import { type RawBuilder, sql } from 'kysely'
import { type SearchQuery, type SearchWord, searchTerms } from '#reading'

/**
 * The vector of a text. Folded words weigh A; Russian stems, made by PostgreSQL, B; Kazakh stems, made by us, C.
 * Beware: PostgreSQL takes «» and dashes for letters where the letters of the database are those of C, so it is given
 * words alone.
 */
export function vectorOf(text: string): RawBuilder<unknown> {
  const terms = searchTerms(text)
  const weights = new Map<string, 'A' | 'C'>()
  for (const { stems } of terms) for (const stem of stems) weights.set(stem, 'C')
  for (const { fold } of terms) weights.set(fold, 'A')
  // Folds and stems are small Cyrillic letters and digits: nothing in them can end a lexeme.
  const ours = [...weights].map(([word, weight]) => `'${word}':1${weight}`).join(' ')
  const russian = [...new Set(terms.flatMap(({ russian }) => russian ?? []))].join(' ')
  return sql`(${ours}::tsvector || setweight(strip(to_tsvector('russian', ${russian})), 'B'))`
}

/** The words of a query as PostgreSQL asks them. */
export type Asked = {
  /** All that was typed, each word in one of its forms or said otherwise. */
  readonly said: RawBuilder<unknown>
  /** All that was typed. */
  readonly whole: RawBuilder<unknown>
  /** Any of it. */
  readonly some: RawBuilder<unknown>
}

export function asked(query: SearchQuery): Asked {
  const words = query.flatMap((part) => part.words)
  return {
    said: every(
      query.map(({ words, otherwise }) => {
        const typed = every(words.map(wordQuery))
        return otherwise.length === 0 ? typed : sql`(${typed} || ${sayings(otherwise)}::tsquery)`
      }),
    ),
    whole: every(words.map(wordQuery)),
    some: any(words.map(wordQuery)),
  }
}

/** One word in any of its forms. */
export function wordQuery({ fold, stems, russian, begins }: SearchWord): RawBuilder<unknown> {
  const ours = [`'${fold}'${begins ? ':*A' : ''}`, ...stems.map((stem) => `'${stem}'`)].join(' | ')
  return russian === null
    ? sql`${ours}::tsquery`
    : sql`(${ours}::tsquery || plainto_tsquery('russian', ${russian}))`
}

const sayings = (ways: SearchQuery[number]['otherwise']): string =>
  ways
    .map((words) => `(${words.map(({ fold, begins }) => `'${fold}'${begins ? ':*A' : ''}`).join(' & ')})`)
    .join(' | ')

const joined = (parts: readonly RawBuilder<unknown>[], by: RawBuilder<unknown>): RawBuilder<unknown> =>
  parts.length === 0 ? sql`''::tsquery` : sql`(${sql.join(parts, by)})`
const every = (parts: readonly RawBuilder<unknown>[]) => joined(parts, sql` && `)
const any = (parts: readonly RawBuilder<unknown>[]) => joined(parts, sql` || `)
