// A meeting more in a ministry's proposal: first the region, with what is raised there, then the rest.
import type { OpenProblems } from '#calendar'
import { openIn } from '#calendar'
import type { Unit } from '#territory'
import { OfficeFrame } from '../frame.tsx'
import type { StepProps } from './next-step.tsx'
import { scheduleAddresses } from './schedule-addresses.ts'
import { DeedForm, fieldsOf } from './schedule-form.tsx'
import { Raised, VisitFields } from './visit-form.tsx'

type Props = StepProps & {
  readonly regions: readonly Unit[]
  readonly chosen: { readonly region: Unit; readonly units: readonly Unit[] } | null
  readonly open: OpenProblems
  readonly revision: number
}

export function NewVisitPage({ desk, view, csrf, back, regions, chosen, open, revision }: Props) {
  const { here, office } = desk
  const { language, format } = here
  const words = here.words.schedule.office
  const { period } = view
  const to = scheduleAddresses(language, office.id)
  const total = ({ code }: Unit) => openIn(open, code).reduce((sum, { open: count }) => sum + count, 0)
  const sorted = regions.toSorted(
    (a, b) => total(b) - total(a) || format.compare(a.name[language], b.name[language]),
  )
  return (
    <OfficeFrame desk={desk} section="schedule" title={words.newTitle} csrf={csrf} refused={back !== null}>
      <p>
        <a href={to.schedule(period)}>{words.back}</a>
      </p>
      <h1>{words.newTitle}</h1>
      <form class="deed flow" method="get" action={to.create(period)}>
        <p>{words.chooseRegion}</p>
        {open.length === 0 && !chosen && <p>{words.raisedNone}</p>}
        <div class="field">
          <label for="choose-region">{words.field.region}</label>
          <select id="choose-region" name="region">
            {sorted.map((unit) => (
              <option key={unit.code} value={unit.code} selected={unit.code === chosen?.region.code}>
                {total(unit) > 0 ? words.raisedLine(unit.name[language], total(unit)) : unit.name[language]}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class={chosen ? 'button-second' : ''}>
          {words.chooseButton}
        </button>
      </form>
      {chosen && <Raised here={here} region={chosen.region} open={open} />}
      {chosen && (
        <section class="next-step flow">
          <DeedForm
            {...{ csrf, back, revision }}
            form="add"
            action={to.create(period)}
            button={words.form.add.button}
          >
            <VisitFields
              form={fieldsOf(here, back, 'add', {
                unit: chosen.region.code,
                start: '11:00',
                minutes: '90',
                'ground.sector-problems': 'on',
                'ground.local-issues': 'on',
              })}
              period={period}
              {...chosen}
            />
          </DeedForm>
        </section>
      )}
    </OfficeFrame>
  )
}
