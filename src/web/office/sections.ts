// The one bar of the office face: the sections of a desk, in the order in which a day goes; each sees what he may.
import { hasCommission } from '#flows'
import { may } from '#people'
import { governmentOffice, meetsPeople } from '#territory'
import { peopleAddresses } from '../people/addresses.ts'
import { officeAddresses } from './addresses.ts'
import { benchAddresses } from './bench/bench-addresses.ts'
import { commissionAddresses } from './commission/addresses.ts'
import { voiceAddresses } from './demands/addresses.ts'
import type { Desk, Sight } from './desk.ts'
import { meetingAddresses } from './meetings/meeting-addresses.ts'
import { poolsAddress } from './pool/pool-addresses.ts'
import { scheduleAddresses } from './schedule/schedule-addresses.ts'
import { partOf } from './schedule/read-schedule.ts'

export type Section =
  | 'today'
  | 'calendars'
  | 'schedule'
  | 'meetings'
  | 'demands'
  | 'requests'
  | 'commission'
  | 'pools'
  | 'sessions'
  | 'outbox'
  | 'people'

/** Sections with their names and addresses, the first of them "Today". */
export function sectionsOf(desk: Desk): { name: Section; words: string; href: string }[] {
  const { here, office, region, actor } = desk
  const { language, words } = here
  const to = officeAddresses(language, office.id)
  const sees = (verb: Sight) => may(actor, verb, { office: office.id }, here.today).yes
  const part = partOf(desk)
  const deputies = office.post === 'maslikhat'
  const meets = sees('see-meetings') && (office.unit !== null || part === 'body')
  const asked = sees('see-requests') && meetsPeople(office.post)
  const all: Record<Section, [there: boolean, words: string, href: string]> = {
    today: [true, words.today.title, to.owed()],
    calendars: [
      deputies ? region !== null : office.unit !== null && sees('see-calendar'),
      words.office.calendars,
      to.calendars(),
    ],
    schedule: [part !== null, words.schedule.section, scheduleAddresses(language, office.id).all()],
    meetings: [meets, words.meetings.office.section, meetingAddresses(language, office.id).all()],
    demands: [meets, words.demands.office.section, voiceAddresses(language, office.id).all()],
    requests: [asked, words.bench.section, benchAddresses(language, office.id).bench()],
    commission: [
      hasCommission(office.id) && sees('see-requests'),
      words.commission.title,
      commissionAddresses(language, office.id).page(),
    ],
    pools: [asked, words.pool.section, poolsAddress(language, office.id)],
    sessions: [deputies, words.office.sessions, to.sessions()],
    outbox: [office.unit !== null && sees('see-meetings'), words.notices.outbox.section, to.outbox()],
    people: [true, words.people.staff.title, peopleAddresses(language).people(office.id)],
  }
  if (office.id === governmentOffice) all.calendars = [true, words.office.calendars, to.deliveries()]
  return Object.entries(all).flatMap(([name, [there, label, href]]) =>
    there ? [{ name: name as Section, words: label, href }] : [],
  )
}
