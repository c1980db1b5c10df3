// Bringing requests from other systems: the upload, and the files that were brought.
import type { RequestImport } from '#requests'
import { HiddenFields } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { BroughtFiles } from '../import/brought-files.tsx'
import { Select } from '../import/columns-form.tsx'
import { UploadField } from '../import/upload-field.tsx'
import { intakeAddresses } from './intake-addresses.ts'
import { mappingsFor } from './read-import-forms.ts'

type Props = {
  readonly desk: Desk
  readonly csrf: string
  readonly files: readonly RequestImport[]
  readonly refused: string | null
}

export function ImportListPage({ desk, csrf, files, refused }: Props) {
  const { here, office } = desk
  const words = here.words.intake.importing
  const to = intakeAddresses(here.language, office.id)
  const mappings = mappingsFor(office.post)
  return (
    <OfficeFrame desk={desk} section="requests" title={words.title} csrf={csrf} refused={refused !== null}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>{words.sealed}</p>
      <form class="deed flow" method="post" action={to.imports()} enctype="multipart/form-data" novalidate>
        <HiddenFields csrf={csrf} revision={null} />
        <Select
          id="mapping"
          label={words.mapping}
          chosen={mappings[0]!}
          choices={[
            ...mappings.map((value) => ({ value, label: words.mappings[value] })),
            { value: '', label: words.otherMapping },
          ]}
        />
        <UploadField
          here={here}
          label={words.file}
          accept=".csv,.xlsx,.json,.jsonl,text/csv,application/json"
          refused={refused}
        />
        <button type="submit">{words.upload}</button>
      </form>
      <BroughtFiles desk={desk} files={files} addressOf={to.file} words={words} />
    </OfficeFrame>
  )
}
