// The second factor is asked for: after the password, and again before a weighty act.
import type { Here } from '../here.ts'
import { HiddenFields } from '../office/deed-form.tsx'
import { SignOutForm } from '../office/sign-out-form.tsx'
import { Layout } from '../parts/layout.tsx'
import { peopleAddresses } from './addresses.ts'
import { Sentence, TextField, type Wrong } from './field.tsx'

type Props = {
  readonly here: Here
  readonly csrf: string
  /** False when it is shown again by somebody who is signed in. */
  readonly due: boolean
  readonly next: string | null
  readonly passkeys: boolean
  readonly asked: boolean
  readonly wrong: Wrong | null
}

export function FactorPage({ here, csrf, due, next, passkeys, asked, wrong }: Props) {
  const words = here.words.people.factor
  const to = peopleAddresses(here.language)
  const kept = next !== null && <input type="hidden" name="next" value={next} />
  return (
    <Layout here={here} title={words.title} search={false} refused={wrong !== null} unlisted>
      <div class="wrap narrow flow">
        <h1>{words.title}</h1>
        <p class="lead">{due ? words.lead : words.again}</p>
        <form class="deed flow" method="post" action={to.factor()} novalidate>
          <HiddenFields csrf={csrf} revision={null} />
          {kept}
          <Sentence form="factor" wrong={wrong} />
          <TextField
            {...{ here, wrong }}
            form="factor"
            name="code"
            label={words.code}
            input={{ autocomplete: 'one-time-code', maxLength: 30, required: true, autocapitalize: 'none' }}
          />
          <button type="submit">{words.button}</button>
        </form>
        {passkeys && (
          <>
            <form
              class="deed flow"
              data-passkey="show"
              data-options={to.passkey('options')}
              data-verify={to.passkey('verify')}
              data-failed={words.passkeyFailed}
              hidden
            >
              <HiddenFields csrf={csrf} revision={null} />
              {kept}
              <p class="error" role="alert" hidden />
              <button type="submit" class="button-second">
                {words.passkey}
              </button>
            </form>
            <p class="hint">{words.scriptNeeded}</p>
            <script type="module" src={here.assets.address('passkeys.js')} />
          </>
        )}
        {due && (
          <section class="flow">
            <h2>{words.lostTitle}</h2>
            {asked ? (
              <p class="said" role="status">
                {words.asked}
              </p>
            ) : (
              <>
                <p>{words.lostLead}</p>
                <form method="post" action={to.factorLost()}>
                  <HiddenFields csrf={csrf} revision={null} />
                  <button type="submit" class="button-second">
                    {words.lost}
                  </button>
                </form>
              </>
            )}
          </section>
        )}
        {due && <SignOutForm here={here} csrf={csrf} />}
      </div>
    </Layout>
  )
}
