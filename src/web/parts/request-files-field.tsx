// The field by which photos and papers come with a request: how many, which, and who will see them.
import { kinds, mostBytes } from '#files'
import { mostFiles } from '#requests'
import type { Here } from '../here.ts'
import { requestFilesField } from '../read-request-files.ts'
import { Fault, about } from './fault.tsx'

export function RequestFilesField({ here, wrong }: { here: Here; wrong: string | undefined }) {
  const say = here.words.unseal.files
  const name = requestFilesField
  return (
    <div class="field">
      <label for={name}>{say.field}</label>
      <p id={`${name}-hint`} class="hint">
        {say.hint(mostFiles, mostBytes / 1024 / 1024)}
      </p>
      <Fault here={here} id={name}>
        {wrong}
      </Fault>
      <input id={name} name={name} type="file" multiple accept={kinds.join(',')} {...about(name, wrong)} />
    </div>
  )
}
