// Where the problem is: a place of the list, another one by its name, and which of several that have it.
import type { ComponentChildren } from 'preact'
import type { Here } from '../../here.ts'
import { Fault, about } from '../../parts/fault.tsx'
import { type FoundPlace, type Ground, mostFound } from './ground.ts'
import type { Typed } from './typed.ts'

type Props = {
  readonly here: Here
  readonly ground: Ground
  readonly typed: Typed
  readonly wrong: string | undefined
  /** Places of the name that was typed, where there are several. */
  readonly found: readonly FoundPlace[]
}

export function PlaceField({ here, ground, typed, wrong, found }: Props) {
  const say = here.words.ask.form
  const { places } = ground
  const name = (unit: { readonly name: Readonly<Record<Here['language'], string>> }) =>
    unit.name[here.language]
  return (
    <fieldset class="flow">
      <legend>{say.place}</legend>
      {found.length > 0 ? (
        <Choices legend={say.whichPlace(typed.elsewhere)} fault={wrong} here={here}>
          {found.slice(0, mostFound).map((place, at) => (
            <p key={place.unit.code} class="choice">
              <input
                id={`unit-${at}`}
                type="radio"
                name="unit"
                value={place.unit.code}
                checked={typed.unit === place.unit.code}
              />
              <label for={`unit-${at}`}>
                {[name(place.unit), ...place.above.slice(0, 2).map(name)].join(', ')}
              </label>
            </p>
          ))}
        </Choices>
      ) : places.length > 1 ? (
        <div class="field">
          <label for="unit">{say.placeList}</label>
          <select id="unit" name="unit">
            {places.map((unit) => (
              <option key={unit.code} value={unit.code} selected={typed.unit === unit.code}>
                {name(unit)}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <p>
          {name(ground.lineage[0]!)}
          <input type="hidden" name="unit" value={ground.lineage[0]!.code} />
        </p>
      )}
      <div class="field">
        <label for="elsewhere">{say.elsewhere}</label>
        <p id="elsewhere-hint" class="hint">
          {say.elsewhereHint}
        </p>
        {found.length === 0 && (
          <Fault here={here} id="elsewhere">
            {wrong}
          </Fault>
        )}
        <input
          id="elsewhere"
          name="elsewhere"
          value={typed.elsewhere}
          maxLength={80}
          autocomplete="off"
          {...about('elsewhere', found.length === 0 ? wrong : undefined)}
        />
      </div>
    </fieldset>
  )
}

type ChoicesProps = { here: Here; legend: string; fault: string | undefined; children: ComponentChildren }

const Choices = ({ here, legend, fault, children }: ChoicesProps) => (
  <div role="radiogroup" aria-label={legend}>
    <Fault here={here} id="unit">
      {fault}
    </Fault>
    {children}
  </div>
)
