// The frame of the operator's pages: which of them, and who is signed in.
import type { ComponentChildren } from 'preact'
import { may } from '#people'
import { Layout } from '../../parts/layout.tsx'
import { peopleAddresses } from '../../people/addresses.ts'
import { SignOutForm } from '../sign-out-form.tsx'
import { type OperatorDesk, operatorAddresses } from './operator-desk.ts'

type Props = {
  readonly desk: OperatorDesk
  readonly section: 'desk' | 'holidays' | 'outbox' | 'denied'
  readonly csrf: string
  readonly refused?: boolean
  readonly children: ComponentChildren
}

export function OperatorFrame({ desk, section, csrf, refused = false, children }: Props) {
  const { here, actor, office } = desk
  const words = here.words.operator
  const to = operatorAddresses(here.language)
  const sees = (verb: 'edit-holidays' | 'see-outboxes' | 'see-denied') =>
    may(actor, verb, { office: office.id }, here.today).yes
  const tabs = [
    { name: 'desk' as const, href: to.desk() },
    ...(sees('edit-holidays') ? [{ name: 'holidays' as const, href: to.holidays() }] : []),
    ...(sees('see-outboxes') ? [{ name: 'outbox' as const, href: to.outbox() }] : []),
    ...(sees('see-denied') ? [{ name: 'denied' as const, href: to.denied() }] : []),
  ]
  const navigation = (
    <section class="office-bar" aria-label={here.words.office.title}>
      <div class="wrap">
        <p class="office-name">
          <strong>{words.title}</strong>
          <a class="soft" href={peopleAddresses(here.language).account()}>
            {actor.person.name}
          </a>
        </p>
        <SignOutForm here={here} csrf={csrf} />
        <nav class="tabs" aria-label={here.words.office.sections}>
          <ul class="plain">
            {tabs.map(({ name, href }) => (
              <li key={name}>
                <a href={href} {...(name === section ? { 'aria-current': 'page' as const } : {})}>
                  {words.tabs[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </section>
  )
  return (
    <Layout here={here} title={words.tabs[section]} search={false} {...{ navigation, refused }} unlisted>
      <div class="wrap flow">{children}</div>
    </Layout>
  )
}
