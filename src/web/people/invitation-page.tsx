// An invitation is opened: who invites to what, and a new account, or the one that is signed in.
import type { Invitation } from '#people'
import type { Office } from '#territory'
import type { Here } from '../here.ts'
import { HiddenFields } from '../office/deed-form.tsx'
import { Layout } from '../parts/layout.tsx'
import { peopleAddresses } from './addresses.ts'
import { Sentence, TextField, type Wrong } from './field.tsx'

type Props = {
  readonly here: Here
  readonly csrf: string
  readonly token: string
  readonly invitation: Invitation
  readonly office: Office
  /** The name of who is signed in. */
  readonly signedIn: string | null
  readonly wrong: Wrong | null
}

export function InvitationPage({ here, csrf, token, invitation, office, signedIn, wrong }: Props) {
  const all = here.words.people
  const words = all.invitation
  const field = { here, wrong, form: 'take' }
  return (
    <Layout here={here} title={words.title} search={false} refused={wrong !== null} unlisted>
      <div class="wrap narrow flow">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead(office.name[here.language], all.role[invitation.role])}</p>
        <form
          class="deed flow"
          method="post"
          action={peopleAddresses(here.language).invitation(token)}
          novalidate
        >
          <HiddenFields csrf={csrf} revision={null} />
          <Sentence form="take" wrong={wrong} />
          {signedIn === null ? (
            <>
              <h2>{words.new}</h2>
              <TextField
                {...field}
                name="name"
                label={words.name}
                value={invitation.name}
                input={{ maxLength: 120, autocomplete: 'name', required: true }}
              />
              <TextField
                {...field}
                name="login"
                label={words.login}
                hint={words.loginHint}
                input={{
                  maxLength: 64,
                  autocomplete: 'username',
                  autocapitalize: 'none',
                  spellcheck: false,
                  required: true,
                }}
              />
              <TextField
                {...field}
                name="password"
                label={words.password}
                hint={all.account.freshHint}
                input={{ type: 'password', autocomplete: 'new-password', required: true }}
              />
            </>
          ) : (
            <p>{words.signedIn(signedIn)}</p>
          )}
          <button type="submit">{words.take}</button>
        </form>
        {signedIn === null && <p class="hint">{words.haveAccount}</p>}
      </div>
    </Layout>
  )
}

/** An invitation that is good no more, said plainly. */
export const NoInvitationPage = ({ here, sentence }: { here: Here; sentence: string }) => (
  <Layout here={here} title={here.words.people.invitation.title} search={false} unlisted>
    <div class="wrap narrow flow">
      <h1>{here.words.people.invitation.title}</h1>
      <p class="lead">{sentence}</p>
    </div>
  </Layout>
)
