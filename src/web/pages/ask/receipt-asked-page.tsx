// Asking for the code of a receipt.
import { addresses } from '../../address.ts'
import type { Here } from '../../here.ts'
import { CsrfField } from '../../parts/csrf-field.tsx'
import { Fault, about } from '../../parts/fault.tsx'
import { Layout } from '../../parts/layout.tsx'

type Props = {
  readonly here: Here
  readonly csrf: string
  readonly typed: string
  readonly wrong: string | undefined
}

export function ReceiptAskedPage({ here, csrf, typed, wrong }: Props) {
  const say = here.words.ask.receipt
  return (
    <Layout here={here} title={say.askedTitle} refused={wrong !== null} unlisted>
      <div class="wrap flow narrow">
        <h1>{say.askedTitle}</h1>
        <p>{say.askedLead}</p>
        <form
          id="receipt"
          class="flow wishing"
          method="post"
          action={addresses[here.language].receipt()}
          novalidate
        >
          <CsrfField token={csrf} />
          <div class="field">
            <label for="code">{say.code}</label>
            <p id="code-hint" class="hint">
              {say.codeHint}
            </p>
            <Fault here={here} id="code">
              {wrong}
            </Fault>
            <input
              id="code"
              name="code"
              class="code numbers"
              value={typed}
              maxLength={60}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              {...about('code', wrong)}
            />
          </div>
          <button type="submit">{say.show}</button>
        </form>
      </div>
    </Layout>
  )
}
