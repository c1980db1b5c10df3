// Where words for the meeting go in; quieter than the meeting.
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'

/** `from`: the place or the meeting that the words are about. */
type Props = { here: Here; from: { place: string } | { meeting: string } }

export const AskWay = ({ here: { words, language }, from }: Props) => (
  <p class="ask-way">
    <a class="button button-second" href={addresses[language].doors(from)}>
      {words.ask.way}
    </a>
    <span class="small soft">{words.ask.wayHint}</span>
  </p>
)
