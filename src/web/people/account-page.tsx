// One's own account: password, devices, sessions, the second factor.
import { type Login, type Passkey, type Session, authenticatorUri, base32 } from '#people'
import { localDay, localTime } from '#territory'
import type { Here } from '../here.ts'
import { HiddenFields } from '../office/deed-form.tsx'
import { SignOutForm } from '../office/sign-out-form.tsx'
import { Layout } from '../parts/layout.tsx'
import { peopleAddresses } from './addresses.ts'
import { deviceName } from './device-name.ts'
import { Sentence, TextField, type Wrong } from './field.tsx'

export type AccountView = {
  readonly name: string
  readonly logins: readonly Login[]
  readonly sessions: readonly Session[]
  readonly here: Session
  readonly newDevices: readonly { readonly agent: string; readonly firstAt: Session['startedAt'] }[]
  readonly codes: 'none' | 'offered' | 'confirmed'
  /** The secret that was offered and is not confirmed yet. */
  readonly secret: Uint8Array | null
  readonly recoveryLeft: number
  readonly passkeys: readonly Passkey[]
  /** An outside provider of identities is set up. */
  readonly provider: boolean
}

type Props = {
  readonly here: Here
  readonly view: AccountView
  readonly csrf: string
  readonly wrong: Wrong | null
  readonly said: string | null
}

export function AccountPage({ here, view, csrf, wrong, said }: Props) {
  const { language, format } = here
  const all = here.words.people
  const words = all.account
  const to = peopleAddresses(language)
  const when = (at: Session['startedAt']) => `${format.day(localDay(at, null))}, ${localTime(at, null)}`
  const hidden = <HiddenFields csrf={csrf} revision={null} />
  const button = (deed: string, label: string) => (
    <form method="post" action={to.accountDeed(deed)}>
      {hidden}
      <button type="submit" class="button-second">
        {label}
      </button>
    </form>
  )
  return (
    <Layout here={here} title={words.title} search={false} refused={wrong !== null} unlisted>
      <div class="wrap narrow flow">
        <h1>{words.title}</h1>
        <p class="lead">
          {view.name} · {words.logins}: <code>{view.logins.join(', ')}</code>
        </p>
        <p>
          <a href={`/${language}/office`}>{here.words.signIn.toOffice}</a>
        </p>
        {said && (
          <p class="said" role="status">
            {said}
          </p>
        )}
        {view.newDevices.length > 0 && (
          <section class="said flow">
            <h2>{words.newDevice}</h2>
            <ul>
              {view.newDevices.map(({ agent, firstAt }) => (
                <li key={firstAt}>
                  {when(firstAt)}: {deviceName(agent) || words.unknownAgent}
                </li>
              ))}
            </ul>
            <p>{words.newDeviceLead}</p>
            {button('mine', words.mine)}
          </section>
        )}

        <section class="flow">
          <h2>{words.password}</h2>
          <form class="deed flow" method="post" action={to.accountDeed('password')} novalidate>
            {hidden}
            <Sentence form="password" wrong={wrong} />
            <TextField
              {...{ here, wrong }}
              form="password"
              name="old"
              label={words.old}
              input={{ type: 'password', autocomplete: 'current-password', required: true }}
            />
            <TextField
              {...{ here, wrong }}
              form="password"
              name="password"
              label={words.fresh}
              hint={words.freshHint}
              input={{ type: 'password', autocomplete: 'new-password', required: true }}
            />
            <button type="submit">{words.change}</button>
          </form>
        </section>

        <section id="factor" class="flow">
          <h2>{words.factor}</h2>
          <p>{words.factorLead}</p>
          <Sentence form="factor" wrong={wrong} />
          <p>
            <strong>
              {view.codes === 'confirmed'
                ? words.codesOn(view.recoveryLeft)
                : view.passkeys.length === 0 && words.factorOff}
            </strong>
          </p>
          {view.codes === 'none' && button('codes', words.codesAdd)}
          {view.codes === 'offered' && view.secret && (
            <form class="deed flow" method="post" action={to.accountDeed('codes-confirm')} novalidate>
              {hidden}
              <p>{words.codesStep}</p>
              <p class="copy">
                {words.secret}: <code>{base32(view.secret).match(/.{4}/g)!.join(' ')}</code>
              </p>
              <p>
                <a href={authenticatorUri(view.secret, 'Kezdesu', view.logins[0] ?? view.name)}>
                  {words.openApp}
                </a>
              </p>
              <TextField
                {...{ here, wrong }}
                form="codes-confirm"
                name="code"
                label={words.code}
                input={{ inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 10, required: true }}
              />
              <button type="submit">{words.confirm}</button>
            </form>
          )}
          <h3>{words.passkeys}</h3>
          <p>{words.passkeysLead}</p>
          {view.passkeys.length > 0 && (
            <ul class="rows plain">
              {view.passkeys.map(({ id, name, addedAt }) => (
                <li key={id}>
                  <span class="row-name">{name}</span>
                  <span class="soft">{when(addedAt)}</span>
                </li>
              ))}
            </ul>
          )}
          <form
            class="deed flow"
            data-passkey="add"
            data-options={to.accountDeed('passkey-options')}
            data-verify={to.accountDeed('passkey-add')}
            data-failed={words.passkeyFailed}
            hidden
          >
            {hidden}
            <TextField
              {...{ here, wrong }}
              form="passkey"
              name="name"
              label={words.passkeyName}
              input={{ maxLength: 60 }}
            />
            <p class="error" role="alert" hidden />
            <button type="submit">{words.passkeyAdd}</button>
          </form>
          {(view.codes === 'confirmed' || view.passkeys.length > 0) && (
            <>
              <p>
                <a href={to.factor(to.account())}>{words.again}</a>
              </p>
              {button('recovery', words.recoveryNew)}
              {button('factor-remove', words.remove)}
            </>
          )}
        </section>

        {view.provider && (
          <section class="flow">
            <h2>{words.provider}</h2>
            <form method="post" action={to.provider('bind')}>
              {hidden}
              <button type="submit" class="button-second">
                {words.bind}
              </button>
            </form>
          </section>
        )}

        <section class="flow">
          <h2>{words.sessions}</h2>
          <ul class="rows plain">
            {view.sessions.map((session) => (
              <li key={session.hash}>
                <span class="row-name">{deviceName(session.agent) || words.unknownAgent}</span>
                <span class="soft">{words.began(when(session.startedAt))}</span>
                {session.hash === view.here.hash ? (
                  <span>{words.here}</span>
                ) : (
                  <form class="row-deed" method="post" action={to.accountDeed('session-end')}>
                    {hidden}
                    <input type="hidden" name="session" value={session.hash} />
                    <button type="submit" class="button-second">
                      {words.end}
                    </button>
                  </form>
                )}
              </li>
            ))}
          </ul>
          <SignOutForm here={here} csrf={csrf} />
        </section>
        <script type="module" src={here.assets.address('passkeys.js')} />
      </div>
    </Layout>
  )
}

/** Recovery codes, shown once. */
export function RecoveryPage({ here, codes }: { here: Here; codes: readonly string[] }) {
  const words = here.words.people.account
  return (
    <Layout here={here} title={words.recoveryTitle} search={false} unlisted>
      <div class="wrap narrow flow">
        <h1>{words.recoveryTitle}</h1>
        <p class="lead">{words.recoveryLead}</p>
        <ul class="plain codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p>
          <a class="button" href={peopleAddresses(here.language).account({ said: 'codes' })}>
            {words.recoveryDone}
          </a>
        </p>
      </div>
    </Layout>
  )
}
