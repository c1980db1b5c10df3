// The fields of a meeting that a ministry proposes, and what is raised in the region that it chose.
import { type OpenProblems, type Visit, grounds, openIn, spheres } from '#calendar'
import { type Period, firstDay, lastDay } from '#kernel'
import type { Unit } from '#territory'
import type { Here } from '../../here.ts'
import { sphereName } from '../../parts/sphere-name.ts'
import type { Typed } from '../deed-form.tsx'
import { Area, Boxes, Choice, type FormState, TextField } from '../meetings/meeting-fields.tsx'

export const typedOfVisit = (visit: Visit): Typed => ({
  unit: visit.unit,
  day: visit.day,
  start: visit.start,
  minutes: String(visit.plannedMinutes),
  sphere: visit.sphere,
  'venue.kk': visit.venue.kk,
  'venue.ru': visit.venue.ru,
  'why.kk': visit.why.kk,
  'why.ru': visit.why.ru,
  ...Object.fromEntries(visit.grounds.map((ground) => [`ground.${ground}`, 'on'])),
})

export function VisitFields({
  form,
  region,
  units,
  period,
}: {
  readonly form: FormState
  readonly region: Unit
  /** The region and what stands directly below it. */
  readonly units: readonly Unit[]
  readonly period: Period
}) {
  const { here } = form
  const { language } = here
  const words = here.words.schedule
  const { field } = words.office
  return (
    <>
      <input type="hidden" name="region" value={region.code} />
      <Choice
        form={form}
        name="unit"
        label={field.unit}
        options={units.map(({ code, name }) => [code, name[language]])}
      />
      <TextField
        form={form}
        name="day"
        label={field.day}
        input={{ type: 'date', min: firstDay(period), max: lastDay(period) }}
      />
      <TextField form={form} name="start" label={field.start} input={{ type: 'time' }} />
      <TextField
        form={form}
        name="minutes"
        label={field.minutes}
        input={{ inputMode: 'numeric', maxLength: 4 }}
      />
      <Choice
        form={form}
        name="sphere"
        label={field.sphere}
        options={spheres.map((sphere) => [sphere, sphereName(here, sphere)])}
      />
      <TextField
        form={form}
        name="venue.kk"
        label={field.venueKk}
        hint={field.venueHint}
        input={{ lang: 'kk', maxLength: 300 }}
      />
      <TextField form={form} name="venue.ru" label={field.venueRu} input={{ lang: 'ru', maxLength: 300 }} />
      <Boxes
        form={form}
        group="ground"
        legend={field.grounds}
        options={grounds.map((ground) => [ground, field.ground[ground]])}
      />
      <Area form={form} name="why.kk" label={field.whyKk} hint={field.whyHint} rows={3} lang="kk" />
      <Area form={form} name="why.ru" label={field.whyRu} rows={3} lang="ru" />
    </>
  )
}

/** What is raised in the region, or that nothing is recorded: never a nought that was not counted. */
export function Raised({ here, region, open }: { here: Here; region: Unit; open: OpenProblems }) {
  const words = here.words.schedule
  const counts = openIn(open, region.code)
  return (
    <section class="flow" id="raised">
      <h2>{words.office.raised(region.name[here.language])}</h2>
      {open.length === 0 ? (
        <p>{words.office.raisedNone}</p>
      ) : counts.length === 0 ? (
        <p class="soft">{words.office.raisedNoneHere}</p>
      ) : (
        <ul class="plain columns">
          {counts.map(({ sphere, open: count }) => (
            <li key={sphere}>{words.office.raisedLine(sphereName(here, sphere), count)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
