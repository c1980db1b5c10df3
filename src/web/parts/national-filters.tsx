// The choice of the national calendar: a plain GET form; districts appear once a region is chosen.
import type { ComponentChildren } from 'preact'
import { spheres } from '#calendar'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { type NationalReading, akimKinds } from '../pages/read-national.ts'
import { sphereTitle } from './sphere-name.ts'

type Props = { here: Here; reading: NationalReading }

export function NationalFilters({ here, reading }: Props) {
  const { words, language, format } = here
  const { regions, districts, region, district, akim, sphere, from, to, typedFrom, near, month } = reading
  const sorted = (units: NationalReading['regions']) =>
    units.toSorted((a, b) => format.compare(a.name[language], b.name[language]))
  const address = addresses[language].national()
  const filtered = region ?? district ?? akim ?? sphere ?? to ?? (typedFrom || near !== '')
  return (
    <form class="filters filters-wide" method="get" action={address} aria-label={words.national.filters}>
      <Field name="near" label={words.national.near}>
        <input id="filter-near" name="near" type="search" value={near} maxLength={80} autocomplete="off" />
      </Field>
      <Choice
        here={here}
        name="region"
        label={words.national.region}
        chosen={region?.code}
        options={sorted(regions).map(({ code, name }) => [code, name[language]])}
      />
      {districts.length > 0 && (
        <Choice
          here={here}
          name="district"
          label={words.national.district}
          chosen={district?.code}
          options={sorted(districts).map(({ code, name }) => [code, name[language]])}
        />
      )}
      <Choice
        here={here}
        name="akim"
        label={words.national.akim}
        chosen={akim ?? undefined}
        options={akimKinds.map((kind) => [kind, words.national.akims[kind]])}
      />
      {month && <input type="hidden" name="month" value={month.slice(0, 7)} />}
      <details class="filters-more" open={sphere !== null || to !== null || typedFrom}>
        <summary>{month ? words.pool.filter : words.national.moreFilters}</summary>
        <div class="filters-fields">
          <Choice
            here={here}
            name="sphere"
            label={words.pool.filter}
            chosen={sphere ?? undefined}
            options={spheres.map((one) => [one, sphereTitle(here, one)])}
          />
          {!month && (
            <>
              <Field name="from" label={words.national.from}>
                <input id="filter-from" name="from" type="date" value={typedFrom ? from : ''} />
              </Field>
              <Field name="to" label={words.national.to}>
                <input id="filter-to" name="to" type="date" value={to ?? ''} />
              </Field>
            </>
          )}
        </div>
      </details>
      <div class="filter-go">
        <button type="submit">{words.national.show}</button>
        {filtered ? <a href={address}>{words.national.clear}</a> : null}
      </div>
    </form>
  )
}

const Field = ({ name, label, children }: { name: string; label: string; children: ComponentChildren }) => (
  <div>
    <label for={`filter-${name}`}>{label}</label>
    {children}
  </div>
)

type ChoiceProps = {
  here: Here
  name: string
  label: string
  chosen: string | undefined
  options: readonly (readonly [string, string])[]
}

const Choice = ({ here, name, label, chosen, options }: ChoiceProps) => (
  <Field name={name} label={label}>
    <select id={`filter-${name}`} name={name}>
      <option value="">{here.words.form.choose}</option>
      {options.map(([value, text]) => (
        <option key={value} value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </Field>
)
