// The frame of the office pages: which office, which section, who is signed in.
import type { ComponentChildren } from 'preact'
import { Layout } from '../parts/layout.tsx'
import { peopleAddresses } from '../people/addresses.ts'
import { officeAddresses } from './addresses.ts'
import { may } from '#people'
import { governmentOffice } from '#territory'
import type { Desk, Sight } from './desk.ts'
import { partOf } from './schedule/read-schedule.ts'
import { scheduleAddresses } from './schedule/schedule-addresses.ts'
import { voiceAddresses } from './demands/addresses.ts'
import { meetingAddresses } from './meetings/meeting-addresses.ts'
import { SignOutForm } from './sign-out-form.tsx'

type Props = {
  readonly desk: Desk
  readonly section:
    'owed' | 'calendars' | 'meetings' | 'demands' | 'schedule' | 'sessions' | 'people' | 'outbox'
  readonly title: string
  readonly csrf: string
  /** A form was refused: the title says so. */
  readonly refused?: boolean
  readonly scripts?: readonly string[]
  readonly children: ComponentChildren
}

export function OfficeFrame({ desk, section, title, csrf, refused = false, scripts = [], children }: Props) {
  const { here, office, offices, region, actor } = desk
  const { language } = here
  const words = here.words.office
  const to = officeAddresses(language, office.id)
  const part = partOf(desk)
  const sees = (verb: Sight) => may(actor, verb, { office: office.id }, here.today).yes
  const sections = [
    ...(office.post === 'maslikhat' ? [] : [{ name: 'owed' as const, href: to.owed() }]),
    ...(office.id === governmentOffice
      ? [{ name: 'calendars' as const, href: to.deliveries() }]
      : office.post === 'maslikhat'
        ? [
            ...(region ? [{ name: 'calendars' as const, href: to.calendars() }] : []),
            { name: 'sessions' as const, href: to.sessions() },
          ]
        : office.unit && sees('see-calendar')
          ? [{ name: 'calendars' as const, href: to.calendars() }]
          : []),
    ...(part ? [{ name: 'schedule' as const, href: scheduleAddresses(language, office.id).all() }] : []),
    ...(!sees('see-meetings') || (!office.unit && part !== 'body')
      ? []
      : [
          { name: 'meetings' as const, href: meetingAddresses(language, office.id).all() },
          { name: 'demands' as const, href: voiceAddresses(language, office.id).all() },
        ]),
    ...(office.unit && sees('see-meetings') ? [{ name: 'outbox' as const, href: to.outbox() }] : []),
    { name: 'people' as const, href: peopleAddresses(language).people(office.id) },
  ]
  const navigation = (
    <div class="office-bar">
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
            {sections.map(({ name, href }) => (
              <li key={name}>
                <a href={href} {...(name === section ? { 'aria-current': 'page' as const } : {})}>
                  {name === 'meetings'
                    ? here.words.meetings.office.section
                    : name === 'demands'
                      ? here.words.demands.office.section
                      : name === 'outbox'
                        ? here.words.notices.outbox.title
                        : name === 'people'
                          ? here.words.people.staff.title
                          : name === 'schedule'
                            ? here.words.schedule.section
                            : words[name]}
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
    </div>
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
