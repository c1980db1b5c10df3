// An unsealing of an office below: who asks and why, what kind of thing is covered, and the one deed of who stands above.
import { type Request, type Unsealing, hoursAfter, hoursToAllow } from '#requests'
import { type Office, localDay, localTime } from '#territory'
import type { Instant } from '#kernel'
import { Fact, Facts } from '../../parts/facts.tsx'
import { HiddenFields } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { BelowFrame } from '../today/below-frame.tsx'
import { belowUnsealing } from './unseal-addresses.ts'

/** What is read of it while it waits: no word of the request. */
export type WaitingUnsealing = {
  readonly unsealing: Unsealing
  readonly request: Pick<Request, 'reading' | 'receivedAt' | 'unit'>
  /** The name of who asks. */
  readonly asker: string
}

type Props = {
  readonly desk: Desk
  readonly of: Office
  /** Null: it does not wait for this desk any more. */
  readonly waiting: WaitingUnsealing | null
  readonly csrf: string
  readonly sentence: string | null
  readonly isDone: boolean
}

export function BelowUnsealPage({ desk, of, waiting, csrf, sentence, isDone }: Props) {
  const { here, office } = desk
  const { language } = here
  const [say, words] = [here.words.unseal, here.words.unseal.below]
  return (
    <BelowFrame
      {...{ desk, csrf, sentence }}
      title={words.title(of.name[language])}
      done={isDone ? words.done : null}
    >
      {waiting && (
        <>
          <p class="lead">{words.lead}</p>
          <Asked {...{ desk, waiting }} />
          <form
            class="next-step flow"
            method="post"
            action={`${belowUnsealing(language, office.id, of.id, waiting.unsealing.id)}/allow`}
          >
            <HiddenFields csrf={csrf} revision={null} />
            <p>{words.hint}</p>
            <button type="submit">{say.allow}</button>
          </form>
        </>
      )}
    </BelowFrame>
  )
}

function Asked({
  desk: { here },
  waiting: { unsealing, request, asker },
}: Required<Pick<Props, 'desk'>> & { readonly waiting: WaitingUnsealing }) {
  const say = here.words.unseal
  const types: Readonly<Record<string, string>> = here.words.demands.maskedTypes
  const masked = request.reading.masked.map((type) => types[type] ?? type)
  const moment = (when: Instant) =>
    `${here.format.day(localDay(when, request.unit))}, ${localTime(when, request.unit)}`
  return (
    <Facts>
      <Fact term={say.purpose}>{say.purposes[unsealing.purpose]}</Fact>
      {unsealing.basis && <Fact term={say.basis}>{unsealing.basis}</Fact>}
      <Fact term={say.below.asker}>{`${asker}, ${moment(unsealing.askedAt)}`}</Fact>
      <Fact term={say.below.received}>{here.format.day(localDay(request.receivedAt, request.unit))}</Fact>
      {masked.length > 0 && <Fact term={say.below.covered}>{here.words.site.list(masked)}</Fact>}
      <Fact term={say.below.until}>{moment(hoursAfter(unsealing.askedAt, hoursToAllow))}</Fact>
    </Facts>
  )
}
