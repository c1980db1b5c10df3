// Masked words as the office sees them: plain text, what is covered marked.
import type { RequestLanguage } from '#reading'

const tags = { kk: 'kk', ru: 'ru', 'kk-latn': 'kk-Latn', mixed: undefined } as const satisfies Record<
  RequestLanguage,
  string | undefined
>

export const RequestWords = ({ words, language }: { words: string; language: RequestLanguage }) => (
  <blockquote class="demand-words" lang={tags[language]}>
    {words.split('\n').map((line, at) => (
      <p key={at}>
        {line.split(/(•••)/).map((part, place) => (part === '•••' ? <mark key={place}>{part}</mark> : part))}
      </p>
    ))}
  </blockquote>
)
