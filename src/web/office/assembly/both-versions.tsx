// Two officers wrote at once: what stands now beside what the second one typed, so that nothing is lost unseen.
import type { LocalDate } from '#kernel'
import { parseLocalDate } from '#kernel'
import type { Entry } from '#calendar'
import type { Here } from '../../here.ts'
import { Fact, Facts } from '../../parts/facts.tsx'
import type { Refused, Typed } from '../deed-form.tsx'

/** What a form remembers of the meeting it was opened for. */
export const seenOf = ({ day, start, moveReason }: Entry): string =>
  `${day} ${start} ${moveReason ?? ''}`.trim()

type Props = { readonly here: Here; readonly entry: Entry | null; readonly refused: Refused | null }

/** Nothing, unless the meeting was changed or left out after the form was opened. */
export function BothVersions({ here, entry, refused }: Props) {
  const words = here.words.assembly.both
  const typed = refused?.typed
  if (!typed || (entry && (!typed['seen'] || typed['seen'] === seenOf(entry)))) return null
  return (
    <div class="warnings both" role="alert">
      <p>
        <strong>{entry ? words.title : words.gone}</strong>
      </p>
      {entry && <p>{words.lead}</p>}
      <Facts>
        {entry && <Fact term={words.theirs}>{version(here, entry.day, entry.start, entry.moveReason)}</Fact>}
        <Fact term={words.yours}>{typedVersion(here, typed)}</Fact>
      </Facts>
    </div>
  )
}

const typedVersion = (here: Here, typed: Typed): string => {
  const day = parseLocalDate(typed['day'])
  return day ? version(here, day, typed['start'] ?? '', typed['reason'] ?? null) : (typed['day'] ?? '')
}

const version = ({ format }: Here, day: LocalDate, start: string, reason: string | null): string =>
  [`${format.weekdayOfYear(day)}, ${start}`, ...(reason ? [reason] : [])].join('; ')
