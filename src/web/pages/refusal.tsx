// No such page, a mistyped address, a fault of ours: what happened and the way on.
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { Layout } from '../parts/layout.tsx'
import { SearchForm } from '../parts/search-form.tsx'

type Props = { here: Here; kind: 'notFound' | 'wrong' | 'tooLarge' | 'full' | 'fault'; number?: string }

export function RefusalPage({ here, kind, number }: Props) {
  const { words, language } = here
  const title = {
    notFound: words.refusal.notFoundTitle,
    wrong: words.refusal.wrongTitle,
    tooLarge: words.files.tooLargeTitle,
    full: words.files.fullTitle,
    fault: words.refusal.faultTitle,
  }[kind]
  const text = {
    notFound: words.refusal.notFound,
    wrong: words.refusal.wrong,
    tooLarge: words.files.tooLarge,
    full: words.files.full,
    fault: words.refusal.fault,
  }[kind]
  return (
    <Layout here={here} title={title} search={false} unlisted>
      <div class="wrap narrow flow">
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        {number && (
          <p class="soft numbers">
            {words.refusal.faultNumber}: {number}
          </p>
        )}
        {(kind === 'notFound' || kind === 'wrong') && (
          <>
            <p>{words.refusal.whatNow}</p>
            <SearchForm here={here} />
          </>
        )}
        <p>
          <a href={addresses[language].home()}>{words.refusal.home}</a>
        </p>
      </div>
    </Layout>
  )
}
