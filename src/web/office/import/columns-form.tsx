// What each column of a list means, one choice a column, and what is meant by the whole.
import type { ComponentChildren } from 'preact'
import type { Here } from '../../here.ts'
import { HiddenFields } from '../deed-form.tsx'
import { Group } from '../meetings/meeting-fields.tsx'

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
  readonly csrf: string
  readonly action: string
  readonly file: { readonly headers: readonly string[]; readonly revision: number }
  /** The field of each column; null: it is not read. */
  readonly columns: readonly (string | null)[]
  readonly fields: readonly (readonly [field: string, words: string])[]
  /** What is said of the whole list, after its columns. */
  readonly children: ComponentChildren
}

export function ColumnsForm({ here, csrf, action, file, columns, fields, children }: Props) {
  const words = here.words.import
  const choices = [{ value: '', label: words.ignore }, ...fields.map(([value, label]) => ({ value, label }))]
  return (
    <form class="deed flow" method="post" action={action} novalidate>
      <HiddenFields csrf={csrf} revision={file.revision} />
      <Group legend={words.columnsTitle}>
        <p class="hint">{words.columnsLead}</p>
        <div class="row-fields">
          {file.headers.map((header, at) => (
            <Select
              key={at}
              id={`column-${at}`}
              label={header || String(at + 1)}
              chosen={columns[at] ?? ''}
              choices={choices}
            />
          ))}
        </div>
      </Group>
      {children}
      <button type="submit" class="button-second">
        {words.check}
      </button>
    </form>
  )
}
