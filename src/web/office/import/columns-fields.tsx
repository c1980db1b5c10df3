// What each column of a list means, one choice a column.
import type { Here } from '../../here.ts'

type Choice = { readonly value: string; readonly label: string }

export function Select({
  id,
  label,
  chosen,
  choices,
}: {
  id: string
  label: string
  chosen: string
  choices: readonly Choice[]
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={id}>
        {choices.map(({ value, label: name }) => (
          <option key={value} value={value} selected={value === chosen}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

type Props = {
  readonly here: Here
  readonly headers: readonly string[]
  /** The field of each column; null: it is not read. */
  readonly columns: readonly (string | null)[]
  readonly fields: readonly (readonly [field: string, words: string])[]
}

export function ColumnsFields({ here, headers, columns, fields }: Props) {
  const words = here.words.import
  const choices = [{ value: '', label: words.ignore }, ...fields.map(([value, label]) => ({ value, label }))]
  return (
    <fieldset>
      <legend>{words.columnsTitle}</legend>
      <p class="hint">{words.columnsLead}</p>
      <div class="row-fields">
        {headers.map((header, at) => (
          <Select
            key={at}
            id={`column-${at}`}
            label={header || String(at + 1)}
            chosen={columns[at] ?? ''}
            choices={choices}
          />
        ))}
      </div>
    </fieldset>
  )
}
