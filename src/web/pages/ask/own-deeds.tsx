// What is kept covered of the author of a request, who asked to see it, and what he may do: erase it, take the request back.
import type { Look, Request, RequestFile, Unsealing } from '#requests'
import { localDay } from '#territory'
import { addresses } from '../../address.ts'
import type { Here } from '../../here.ts'
import { CsrfField } from '../../parts/csrf-field.tsx'

export type Trusted = {
  /** Whether anything is sealed. */
  readonly held: boolean
  readonly files: readonly RequestFile[]
  readonly unsealings: readonly Unsealing[]
  readonly looks: readonly Look[]
}

export const authorsDeeds = ['withdraw', 'erase'] as const
export type AuthorsDeed = (typeof authorsDeeds)[number]

type Props = {
  readonly here: Here
  readonly request: Request
  readonly trusted: Trusted
  readonly csrf: string
  /** As typed: the page is shown to whoever has it, and asks for it again with a deed. */
  readonly code: string
}

export function OwnDeeds({ here, request, trusted, csrf, code }: Props) {
  const say = here.words.unseal.author
  const { held, files, unsealings } = trusted
  const open = request.fate === 'waiting' || request.fate === 'grouped'
  const form = { here, csrf, code }
  return (
    <section class="flow" aria-labelledby="trusted">
      <h2 id="trusted">{say.title}</h2>
      <p>{held ? say.sealed : say.nothing}</p>
      {files.length > 0 && <p>{here.words.unseal.files.kept(files.length)}</p>}
      {unsealings.length > 0 ? (
        <Unsealings here={here} request={request} trusted={trusted} />
      ) : (
        held && <p class="soft">{say.none}</p>
      )}
      {(held || files.length > 0) && <Deed {...form} deed="erase" button={say.erase} hint={say.eraseHint} />}
      {open && <Deed {...form} deed="withdraw" button={say.withdraw} hint={say.withdrawHint} />}
    </section>
  )
}

const Unsealings = ({ here, request, trusted: { unsealings, looks } }: Omit<Props, 'csrf' | 'code'>) => {
  const { author: say, purposes } = here.words.unseal
  return (
    <ul>
      {unsealings.map(({ id, purpose, askedAt, allowedAt, signed }) => {
        const day = here.format.day(localDay(allowedAt ?? askedAt, request.unit))
        const seen = looks.filter(({ unsealing }) => unsealing === id).length
        return (
          <li key={id}>
            {allowedAt ? say.allowed(day, purposes[purpose], seen) : say.asked(day, purposes[purpose])}
            {signed === 'signer-above' && ` ${say.byAbove}`}
          </li>
        )
      })}
    </ul>
  )
}

type DeedProps = Pick<Props, 'here' | 'csrf' | 'code'> & {
  readonly deed: AuthorsDeed
  readonly button: string
  readonly hint: string
}

/** Behind a summary: neither can be undone. */
const Deed = ({ here, csrf, code, deed, button, hint }: DeedProps) => (
  <details>
    <summary>{button}</summary>
    <form class="flow" method="post" action={addresses[here.language].receipt()}>
      <CsrfField token={csrf} />
      <input type="hidden" name="code" value={code} />
      <p class="warn">{hint}</p>
      <button type="submit" name="do" value={deed} class="button-second">
        {button}
      </button>
    </form>
  </details>
)
