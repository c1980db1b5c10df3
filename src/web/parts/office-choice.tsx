// To which of the offices of a place something goes, chosen by whoever writes it.
import type { Office, OfficeId } from '#territory'
import type { Here } from '../here.ts'
import { Fault } from './fault.tsx'

type Props = {
  readonly here: Here
  readonly legend: string
  readonly offices: readonly Pick<Office, 'id' | 'name'>[]
  readonly chosen: string
  readonly wrong: string | undefined
  /** What is said beside an office before it is chosen. */
  readonly note?: (office: OfficeId) => string | undefined
}

export const OfficeChoice = ({ here, legend, offices, chosen, wrong, note }: Props) => (
  <fieldset>
    <legend>{legend}</legend>
    <Fault here={here} id="office">
      {wrong}
    </Fault>
    {offices.map(({ id, name }, place) => (
      <p key={id} class="choice">
        <input id={`office-${place}`} type="radio" name="office" value={id} checked={chosen === id} />
        <label for={`office-${place}`}>
          {name[here.language]}
          {note?.(id) && <span class="hint"> {note(id)}</span>}
        </label>
      </p>
    ))}
  </fieldset>
)
