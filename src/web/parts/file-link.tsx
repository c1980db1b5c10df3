// A file that can be fetched: its name, its kind and how large it is, so that nobody loads it unawares.
import type { Attachment } from '#files'
import { fileAddress } from '../file-routes.ts'
import type { Here } from '../here.ts'

export const FileLink = ({ here, file }: { here: Pick<Here, 'words'>; file: Attachment }) => (
  <>
    <a href={fileAddress(file.id)} download={file.name}>
      {file.name}
    </a>{' '}
    <span class="soft numbers">({here.words.files.size(Math.max(1, Math.round(file.size / 1024)))})</span>
  </>
)
