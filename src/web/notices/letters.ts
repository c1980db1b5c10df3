// Letters to subscribers: one language each, plain text, every address whole.
import {
  type AuthorTold,
  type MeetingTold,
  type ResidentsTold,
  type Storage,
  authorsEvents,
  isTopicOfRequest,
  residentsEvents,
} from '#flows'
import type { Instant, Language, Text } from '#kernel'
import type { Letter, Message, Post } from '#notices'
import { localDay } from '#territory'
import { addresses } from '../address.ts'
import { formats } from '../words/format.ts'
import { catalogues } from '../words/index.ts'
import { topicOf } from './topic-of.ts'

type LetterHouse = {
  readonly storage: Pick<Storage, 'readPublic'>
  /** Where the site is found by whoever reads the letter. */
  readonly origin: string
  readonly clock: () => Instant
}

/** Puts messages about meetings, and the question whether a subscription is meant, into words. */
export const letterWriter =
  ({ storage, origin, clock }: LetterHouse): Post['write'] =>
  async (message, { topic, language, channel }, token) => {
    const words = catalogues[language].notices.letter
    const page = `${origin}${addresses[language].subscription(token)}`
    if (message === null) {
      const known = await storage.readPublic((stores) => topicOf(stores, topic, localDay(clock(), null)))
      const what = known?.name(language) ?? topic
      const text = isTopicOfRequest(topic) ? words.confirmRequest(page) : words.confirm(what, page)
      return { subject: words.confirmSubject, text }
    }
    const letter = letterOf(message.payload, language, origin)
    return { ...letter, text: `${letter.text}\n${channel === 'mail' ? '\n' : ''}${words.stop(page)}` }
  }

/** What happened, for one reader. */
export function letterOf(payload: Message['payload'], language: Language, origin: string): Letter {
  if ((authorsEvents as readonly unknown[]).includes(payload['event']))
    return authorsLetter(payload as unknown as AuthorTold, language, origin)
  return (residentsEvents as readonly unknown[]).includes(payload['event'])
    ? residentsLetter(payload as unknown as ResidentsTold, language, origin)
    : meetingLetter(payload as unknown as MeetingTold, language, origin)
}

/** Where that is of which a message tells; null where it tells of no place. */
export const placeOf = ({ event, place }: Message['payload'], language: Language): string | null =>
  (authorsEvents as readonly unknown[]).includes(event)
    ? null
    : catalogues[language].site.list((place as readonly Text[]).map((name) => name[language]))

/** The own request: where to look with the code, which no letter holds. */
function authorsLetter({ event, office }: AuthorTold, language: Language, origin: string): Letter {
  const words = catalogues[language].notices.letter
  const subject = words.author[event]
  const page = `${origin}${addresses[language].receipt()}`
  return { subject, text: [subject, '', words.who(office[language]), '', words.withCode(page)].join('\n') }
}

/** A poll or a demand. */
function residentsLetter(told: ResidentsTold, language: Language, origin: string): Letter {
  const words = catalogues[language].notices.letter
  const say = catalogues[language].demands.letter
  const format = formats[language]
  const to = addresses[language]
  const subject = say.subject[told.event](told.office[language])
  const page = told.event.startsWith('poll') ? to.poll(told.about) : to.demand(told.about)
  return {
    subject,
    text: [
      subject,
      '',
      words.where(catalogues[language].site.list(told.place.map((name) => name[language]))),
      ...(told.until ? [say.until(format.fullDay(told.until))] : []),
      ...(told.chosen ? [say.chosen(format.fullDay(told.chosen.day), told.chosen.start)] : []),
      ...(told.reason ? [words.reason(told.reason)] : []),
      '',
      words.more(`${origin}${page}`),
    ].join('\n'),
  }
}

/** A meeting. */
function meetingLetter(told: MeetingTold, language: Language, origin: string): Letter {
  const words = catalogues[language].notices.letter
  const format = formats[language]
  const office = told.office[language]
  return {
    subject: words.subject[told.event](office, format.day(told.day)),
    text: [
      words.subject[told.event](office, format.day(told.day)),
      '',
      words.who(office),
      words.when(format.fullDay(told.day), told.start),
      ...(told.was ? [words.was(format.fullDay(told.was.day), told.was.start)] : []),
      words.where(catalogues[language].site.list(told.place.map((name) => name[language]))),
      ...(told.reason ? [words.reason(told.reason)] : []),
      '',
      words.more(`${origin}${addresses[language].meeting(told.meeting)}`),
    ].join('\n'),
  }
}
