// Bringing the old along: the upload, the template, and the spreadsheets that were brought.
import type { ImportFile } from '#calendar'
import { HiddenFields } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { BroughtFiles } from './brought-files.tsx'
import { importAddresses } from './import-addresses.ts'
import { UploadField } from './upload-field.tsx'

type Props = {
  readonly desk: Desk
  readonly csrf: string
  readonly files: readonly Omit<ImportFile, 'rows' | 'headers'>[]
  readonly refused: string | null
}

export function ImportPage({ desk, csrf, files, refused }: Props) {
  const { here, office } = desk
  const words = here.words.import
  const to = importAddresses(here.language, office.id)
  return (
    <OfficeFrame desk={desk} section="meetings" title={words.title} csrf={csrf} refused={refused !== null}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>{words.asserted}</p>
      <form class="deed flow" method="post" action={to.all()} enctype="multipart/form-data" novalidate>
        <HiddenFields csrf={csrf} revision={null} />
        <UploadField here={here} label={words.file} accept=".xlsx,.csv,text/csv" refused={refused} />
        <button type="submit">{words.upload}</button>
      </form>
      <p>
        {words.template}{' '}
        <a href={to.template('kk')} download>
          {words.templateKk}
        </a>
        ,{' '}
        <a href={to.template('ru')} download>
          {words.templateRu}
        </a>
      </p>
      <BroughtFiles desk={desk} files={files} addressOf={to.file} words={words} />
    </OfficeFrame>
  )
}
