// The three alternatives side by side: what each comes to, what it changes, and the button that takes it.
import { type Alternative, type Way, daysOffEven, provenGap, ways } from '#calendar'
import type { PlanningDesk } from '#flows'
import type { OfficeId } from '#territory'
import { Fact, Facts } from '../../parts/facts.tsx'
import { HiddenFields } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { planAddresses } from './plan-addresses.ts'

type Props = {
  readonly desk: Desk
  readonly plan: PlanningDesk
  readonly csrf: string
  readonly akim: OfficeId | null
  /** Those that were worked out; the others offer to be. */
  readonly alternatives: ReadonlyMap<Way, Alternative>
  readonly mayTake: boolean
}

export function AlternativeCards({ desk, plan, csrf, akim, alternatives, mayTake }: Props) {
  const { here, office } = desk
  const words = here.words.plan
  const to = planAddresses(here.language, office.id, plan.year)
  const known = ways.map((way) => alternatives.get(way))
  return (
    <div class="alternatives">
      {ways.map((way, at) => {
        const alternative = known[at]
        const before = known[at - 1]
        return (
          <section key={way} class="alternative flow">
            <h3>{words.ways[way].title}</h3>
            <p>{words.ways[way].lead}</p>
            {alternative ? (
              <>
                <AlternativeFigures desk={desk} alternative={alternative} />
                {before && datesOf(before) === datesOf(alternative) && <p class="soft">{words.same}</p>}
                {plan.calendar && alternative.figures.changed === 0 ? (
                  <p>{words.standing}</p>
                ) : (
                  <>
                    <p>
                      <a href={to.changes(way, akim)}>{words.what}</a>
                    </p>
                    {mayTake && <TakeForm {...{ desk, plan, csrf, way, akim }} second={at > 0} />}
                  </>
                )}
              </>
            ) : (
              <p>
                <a class="button button-second" href={`${to.year({ way })}#ways`}>
                  {words.reckon}
                </a>
              </p>
            )}
          </section>
        )
      })}
    </div>
  )
}

function AlternativeFigures({ desk, alternative }: { desk: Desk; alternative: Alternative }) {
  const { format, words: all } = desk.here
  const words = all.plan
  const { figures } = alternative
  const gap = provenGap(figures)
  return (
    <Facts>
      <Fact term={words.km}>{words.kmOf(figures.km)}</Fact>
      <Fact term={words.road}>{words.roadOf(figures.roadMinutes)}</Fact>
      <Fact term={words.spacing}>{words.spacingOf(daysOffEven(figures))}</Fact>
      <Fact term={words.unmet}>{format.number(figures.wishesUnmet)}</Fact>
      <Fact term={words.changed}>{format.number(figures.changed)}</Fact>
      {figures.unplaced > 0 && (
        <Fact term={words.unplaced}>
          <strong class="warn">{format.number(figures.unplaced)}</strong>
        </Fact>
      )}
      {gap !== null && <Fact term={words.proof}>{words.proofOf(gap)}</Fact>}
    </Facts>
  )
}

export function TakeForm({
  desk,
  plan,
  csrf,
  way,
  akim,
  second = false,
}: {
  readonly desk: Desk
  readonly plan: PlanningDesk
  readonly csrf: string
  readonly way: Way
  readonly akim: OfficeId | null
  readonly second?: boolean
}) {
  const { here, office } = desk
  return (
    <form class="deed" method="post" action={planAddresses(here.language, office.id, plan.year).take()}>
      <HiddenFields csrf={csrf} revision={plan.calendar?.revision ?? null} />
      <input type="hidden" name="way" value={way} />
      {akim && <input type="hidden" name="akim" value={akim} />}
      <button type="submit" {...(second ? { class: 'button-second' } : {})}>
        {here.words.plan.take}
      </button>
    </form>
  )
}

const datesOf = ({ years }: Alternative): string =>
  years.flatMap(({ plan }) => plan.dates.map(({ visit, day, start }) => `${visit} ${day} ${start}`)).join()
