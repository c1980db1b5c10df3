// A problem issue as everybody reads it: title, how many, where, whose power, words of residents, what it repeats.
import type { PoolIssue } from '#requests'
import type { Here } from '../here.ts'
import {
  langOf,
  levelLine,
  monthsLine,
  reasonWords,
  titleIn,
  titleLanguage,
  voicesLine,
} from './pool-words.ts'
import { sphereTitle } from './sphere-name.ts'

type Props = {
  readonly here: Here
  /** Its place in the order, from 1. */
  readonly number: number
  readonly issue: PoolIssue
  /** The name of its place, and of the central body that can solve it. */
  readonly place: string
  readonly body: string | null
  /** Where the problem lives on; null while it is only drafted. */
  readonly href: string | null
  /** Earlier problems that it repeats. */
  readonly earlier: readonly { readonly href: string; readonly title: string; readonly when: string }[]
}

export function PoolIssueCard({ here, number, issue, place, body, href, earlier }: Props) {
  const words = here.words.pool
  const title = titleIn(here, issue.title)
  const lang = titleLanguage(here)
  return (
    <article class="issue flow">
      <h2 lang={lang}>
        <span class="numbers">{number}. </span>
        {href ? <a href={href}>{title}</a> : title}
      </h2>
      <p class="issue-line">
        <span class="sphere-tag">{sphereTitle(here, issue.sphere)}</span> {place}
      </p>
      <p>
        <strong>{voicesLine(here, issue)}</strong> · {monthsLine(here, issue)}
      </p>
      <p class="soft">{levelLine(here, issue, body)}</p>
      {issue.quotes.length > 0 && <Quotes here={here} quotes={issue.quotes} />}
      {earlier.length > 0 && (
        <div class="earlier">
          <p>{words.again(earlier.length)}</p>
          <ul class="plain">
            {earlier.map((one) => (
              <li key={one.href}>
                <a href={one.href} lang={lang}>
                  {one.title}
                </a>{' '}
                <span class="soft">{one.when}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <details class="why-here">
        <summary>{words.priority(issue.priority)}</summary>
        <Reasons here={here} issue={issue} />
      </details>
    </article>
  )
}

export const Quotes = ({ here, quotes }: { here: Here; quotes: PoolIssue['quotes'] }) => (
  <ul class="quotes plain" aria-label={here.words.pool.quotes}>
    {quotes.map(({ words: said, language }, at) => (
      <li key={at}>
        <blockquote {...langOf(language)}>{said}</blockquote>
      </li>
    ))}
  </ul>
)

export const Reasons = ({ here, issue }: { here: Here; issue: Pick<PoolIssue, 'reasons'> }) => (
  <ul class="plain reasons">
    {issue.reasons.map((reason) => (
      <li key={reason.kind}>
        {reasonWords(here, reason)}
        {reason.kind !== 'by-hand' && (
          <>
            {' '}
            <span class="numbers soft">{here.words.pool.points(reason.points)}</span>
          </>
        )}
      </li>
    ))}
  </ul>
)
