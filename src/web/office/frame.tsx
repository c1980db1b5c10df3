// The frame of the office pages: which office, which section, who is signed in.
import type { ComponentChildren } from 'preact'
import { Layout } from '../parts/layout.tsx'
import { peopleAddresses } from '../people/addresses.ts'
import { officeAddresses } from './addresses.ts'
import type { Desk } from './desk.ts'
import { type Section, sectionsOf } from './sections.ts'
import { SignOutForm } from './sign-out-form.tsx'

type Props = {
  readonly desk: Desk
  readonly section: Section
  readonly title: string
  readonly csrf: string
  /** A form was refused: the title says so. */
  readonly refused?: boolean
  readonly scripts?: readonly string[]
  readonly children: ComponentChildren
}

export function OfficeFrame({ desk, section, title, csrf, refused = false, scripts = [], children }: Props) {
  const { here, office, offices, actor } = desk
  const { language } = here
  const words = here.words.office
  const navigation = (
    <section class="office-bar" aria-label={words.title}>
      <div class="wrap">
        <p class="office-name">
          <strong>{office.name[language]}</strong>
          <a class="soft" href={peopleAddresses(language).account()}>
            {actor.person.name}
          </a>
        </p>
        <SignOutForm here={here} csrf={csrf} />
        <nav class="tabs" aria-label={words.sections}>
          <ul class="plain">
            {sectionsOf(desk).map(({ name, words: label, href }) => (
              <li key={name}>
                <a href={href} {...(name === section ? { 'aria-current': 'page' as const } : {})}>
                  {label}
                </a>
              </li>
            ))}
            {offices
              .filter(({ id }) => id !== office.id)
              .map(({ id, name }) => (
                <li key={id}>
                  <a href={officeAddresses(language, id).owed()}>{name[language]}</a>
                </li>
              ))}
          </ul>
        </nav>
      </div>
    </section>
  )
  return (
    <Layout
      here={here}
      title={title}
      search={false}
      navigation={navigation}
      {...{ refused, scripts }}
      unlisted
    >
      <div class="wrap flow">{children}</div>
    </Layout>
  )
}
