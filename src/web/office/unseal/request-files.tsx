// Files that came with a request, as links that only download.
import type { RequestFile } from '#requests'
import type { Desk } from '../desk.ts'
import { unsealAddresses } from './unseal-addresses.ts'

type Props = { readonly desk: Pick<Desk, 'here' | 'office'>; readonly files: readonly RequestFile[] }

/** Nothing where there are none. */
export function RequestFiles({ desk: { here, office }, files }: Props) {
  const say = here.words.unseal.files
  if (files.length === 0) return null
  return (
    <section class="flow" aria-labelledby="files">
      <h2 id="files">{say.title}</h2>
      <p class="warn">{say.lead}</p>
      <ul class="plain rows">
        {files.map(({ id, name, size, request }) => (
          <li key={id}>
            <a class="row-name" href={unsealAddresses(here.language, office.id, request).file(id)} download>
              {name}
            </a>
            <span class="soft small">{here.words.files.size(Math.ceil(size / 1024))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
