// The receipt of a request: its masked words, and how far they have come.
import { localDay, localTime } from '#territory'
import { addresses } from '../../address.ts'
import type { Here } from '../../here.ts'
import { Fact, Facts } from '../../parts/facts.tsx'
import { Layout } from '../../parts/layout.tsx'
import { MaskedWords } from '../../parts/masked-words.tsx'
import { OwnDeeds } from './own-deeds.tsx'
import type { Way } from './way.ts'
import { Answered, AsRead, AtMeeting, InPool, Together } from './way-stops.tsx'

/** What the machine put together nobody has looked at yet. */
const standing = ({ request: { fate }, group }: Way) =>
  fate !== 'grouped'
    ? fate
    : group?.state === 'pooled'
      ? 'pooled'
      : group?.state === 'accepted'
        ? fate
        : 'waiting'

type Props = {
  readonly here: Here
  readonly way: Way
  readonly csrf: string
  readonly code: string
  /** What its author has just done, or why he could not. */
  readonly said: string | null
}

export function WayPage({ here, way, csrf, code, said }: Props) {
  const say = here.words.ask.receipt
  const { request, office, unit } = way
  const { language, format } = here
  const goesOn = request.fate !== 'withdrawn'
  return (
    <Layout here={here} title={say.title} unlisted>
      <div class="wrap flow narrow receipt">
        <h1>{say.title}</h1>
        {said && (
          <p class="said" role="status">
            {said}
          </p>
        )}
        <p class="lead">{say.fates[standing(way)]}</p>
        {request.enteredBy !== null && <p class="said">{say.entered(office.name[language])}</p>}
        <MaskedWords words={request.words} language={request.language} />
        <Facts>
          <Fact term={say.received}>
            {format.day(localDay(request.receivedAt, request.unit))},{' '}
            {localTime(request.receivedAt, request.unit)}
          </Fact>
          <Fact term={say.channel}>{say.channels[request.channel]}</Fact>
          <Fact term={say.to}>{office.name[language]}</Fact>
          <Fact term={say.place}>
            <a href={addresses[language].place(unit.code)}>{unit.name[language]}</a>
          </Fact>
        </Facts>
        <ol class="plain road">
          <AsRead here={here} request={request} />
          {(goesOn || way.moves.length > 1) && <Together here={here} way={way} />}
          {(goesOn || way.problem) && <InPool here={here} way={way} />}
          <AtMeeting here={here} way={way} />
          {goesOn && <Answered here={here} way={way} />}
        </ol>
        <OwnDeeds here={here} request={request} trusted={way.trusted} csrf={csrf} code={code} />
      </div>
    </Layout>
  )
}
