// Masked words as they are shown: plain text, what is covered marked; and what was covered, told before it is sent.
import type { PersonalSpan, RequestLanguage } from '#reading'
import type { Here } from '../here.ts'

const tags = {
  kk: 'kk',
  ru: 'ru',
  en: 'en',
  'kk-latn': 'kk-Latn',
  mixed: undefined,
} as const satisfies Record<RequestLanguage | 'en', string | undefined>

export const MaskedWords = ({ words, language }: { words: string; language: keyof typeof tags }) => (
  <blockquote class="demand-words" lang={tags[language]}>
    {words.split('\n').map((line, at) => (
      <p key={at}>
        {line.split(/(•••)/).map((part, place) => (part === '•••' ? <mark key={place}>{part}</mark> : part))}
      </p>
    ))}
  </blockquote>
)

type CoveredProps = {
  readonly here: Here
  /** As typed. */
  readonly words: string
  readonly spans: readonly PersonalSpan[]
  /** What becomes of what is covered. */
  readonly kept: string
}

/** Each place that was covered, as it was typed, and what it was taken for. */
export const Covered = ({ here, words, spans, kept }: CoveredProps) => {
  const say = here.words.ask.preview
  if (spans.length === 0) return <p class="soft">{say.clean}</p>
  return (
    <section class="covered flow">
      <h2 class="small-heading">{say.coveredTitle}</h2>
      <ul>
        {spans.slice(0, mostShown).map(({ start, end, type }) => (
          <li key={start}>
            <span translate={false}>{words.slice(start, end)}</span>
            {': '}
            {here.words.demands.maskedTypes[type]}
          </li>
        ))}
      </ul>
      {spans.length > mostShown && <p>{say.andMore(spans.length - mostShown)}</p>}
      <p>{kept}</p>
    </section>
  )
}

const mostShown = 20
