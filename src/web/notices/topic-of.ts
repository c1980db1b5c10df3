// What is subscribed to: a place, everything in a unit, an akim, one meeting, the own request; and the words each hears.
import type { MeetingId } from '#calendar'
import { type Stores, heardAtPlace, isTopicOfRequest } from '#flows'
import type { Language, LocalDate } from '#kernel'
import { type Topic, isTopic } from '#notices'
import { askedCode, askedOffice, isName } from '../asked.ts'
import { formats } from '../words/format.ts'
import { catalogues } from '../words/index.ts'

export type KnownTopic = {
  readonly topic: Topic
  readonly hears: readonly Topic[]
  readonly name: (language: Language) => string
  /** The page that speaks of it, below the language; a feed to take instead, if there is one. */
  readonly code: string | null
}

/** Null when it is no topic, or of nothing that is there. */
export async function topicOf(
  { readings }: Pick<Stores, 'readings'>,
  text: string | undefined,
  today: LocalDate,
): Promise<KnownTopic | null> {
  if (!isTopic(text)) return null
  const [kind, name] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)]
  const known = (named: (language: Language) => string, hears: readonly Topic[], code: string | null) => ({
    topic: text,
    hears,
    name: named,
    code,
  })
  // Named without a look at it: who holds the letter need not hold the receipt.
  if (isTopicOfRequest(text))
    return known((language) => catalogues[language].notices.topics.request, [text], null)
  if (kind === 'place' || kind === 'region') {
    const code = askedCode(name)
    const chain = code ? await readings.lineage(code, today) : []
    const [unit] = chain
    if (!unit) return null
    return known(
      (language) => unit.name[language],
      kind === 'region' ? [text] : heardAtPlace(chain),
      unit.code,
    )
  }
  if (kind === 'office') {
    const id = askedOffice(name)
    const office = id ? await readings.office(id) : null
    return office ? known((language) => office.name[language], [text], null) : null
  }
  const meeting = kind === 'meeting' && isName(name) ? await readings.meeting(name as MeetingId) : null
  return meeting
    ? known(
        (language) =>
          catalogues[language].notices.topics.meeting(
            `${meeting.office.name[language]}, ${formats[language].day(meeting.day)}`,
          ),
        [text],
        null,
      )
    : null
}
