// The pool as a PDF in one language of the state.
import { readFileSync } from 'node:fs'
import type { ProblemId } from '#problems'
import { bodiesOn, localDay } from '#territory'
import type { Here } from '../here.ts'
import { breakable, typeset } from '../kit/typeset.ts'
import type { PublicPool } from '../pages/read-pool.ts'
import { levelLine, monthsLine, reasonWords, titleIn, voicesLine } from '../parts/pool-words.ts'
import { placeLine } from '../parts/place-line.ts'
import { sphereTitle } from '../parts/sphere-name.ts'

let template: string | null = null

/** The same version with the same names gives the same bytes. */
export function drawPool(here: Here, reading: PublicPool, url: string): Uint8Array<ArrayBuffer> {
  template ??= readFileSync(new URL('pool.typ', import.meta.url), 'utf8')
  const { language, words, format, demonstration } = here
  const told = words.pool
  const { meeting, pool, units, earlier } = reading
  const { issues, received, answered, setAside } = pool.content
  const pooled = issues.reduce((sum, { voices }) => sum + voices, 0)
  const day = format.day(localDay(pool.approvedAt, pool.unit))
  return typeset(template, {
    language,
    title: told.title,
    demonstration: demonstration ? words.demonstration.banner : '',
    meeting: breakable(
      `${meeting.office.name[language]}, ${format.fullDay(meeting.day)}, ${placeLine(here, meeting)}`,
    ),
    approved: `${told.version(pool.number, day)} ${told.signedTerm}: ${told.signed[pool.signed]}.`,
    sums: told.sums({ received, pooled, answered, setAside }),
    issues: issues.map((issue) => {
      const body = bodiesOn(meeting.day).find(({ id }) => id === issue.body)?.name[language] ?? null
      return {
        title: breakable(titleIn(here, issue.title)),
        voices: `${voicesLine(here, issue)} · ${monthsLine(here, issue)}`,
        about: [
          sphereTitle(here, issue.sphere),
          units.get(issue.unit)?.name[language] ?? issue.unit,
          levelLine(here, issue, body),
        ].join(' · '),
        quotes: issue.quotes.map((quote) => breakable(quote.words)),
        again: told.again(issue.earlier.length),
        earlier: issue.earlier.flatMap((id) => {
          const one = earlier.get(id as ProblemId)
          return one
            ? [breakable(`${titleIn(here, one.title)} (${format.day(localDay(one.openedAt, one.unit))})`)]
            : []
        }),
        priority: breakable(
          `${told.priority(issue.priority)}: ${issue.reasons
            .map((reason) =>
              reason.kind === 'by-hand'
                ? reasonWords(here, reason)
                : `${reasonWords(here, reason)} ${told.points(reason.points)}`,
            )
            .join('; ')}`,
        ),
      }
    }),
    hash: `${words.calendar.hash}: ${pool.sha256}`,
    foot: breakable(url.replace(/^https?:\/\//, '')),
  })
}
