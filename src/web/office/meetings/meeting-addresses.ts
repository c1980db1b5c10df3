// Addresses of an office's meetings: `/kk/office/akim.315400000/meetings/m-1/details`.
import type { MeetingId } from '#calendar'
import type { Language } from '#kernel'
import type { OfficeId } from '#territory'

/** Pages with a form of their own. */
export const forms = ['details', 'notice', 'publish', 'channels', 'guests', 'move', 'cancel'] as const
export type MeetingForm = (typeof forms)[number]

/** What a form does, and the page it stands on; `meeting` is the page of the meeting itself. */
export const deedPages = {
  details: 'details',
  notice: 'notice',
  publish: 'publish',
  sign: 'publish',
  withdraw: 'publish',
  channels: 'channels',
  guests: 'guests',
  reply: 'guests',
  move: 'move',
  cancel: 'cancel',
  'sign-change': 'meeting',
  'drop-change': 'meeting',
} as const satisfies Record<string, MeetingForm | 'meeting'>
export type MeetingDeed = keyof typeof deedPages
export const isDeed = (text: string | undefined): text is MeetingDeed =>
  text !== undefined && Object.hasOwn(deedPages, text)

/** The forms that bring a file. */
export const takesFile = (path: string): boolean =>
  /^\/(kk|ru|en)\/office\/[^/]+\/(meetings\/[^/]+\/channels|import|requests\/import)$/.test(path)

export const meetingAddresses = (language: Language, office: OfficeId) => {
  const all = `/${language}/office/${office}/meetings`
  const one = (id: MeetingId) => `${all}/${encodeURIComponent(id)}`
  return {
    all: () => all,
    create: () => `${all}/new`,
    meeting: (id: MeetingId, said?: string) => `${one(id)}${said ? `?said=${said}` : ''}`,
    form: (id: MeetingId, form: MeetingForm | MeetingDeed, said?: string) =>
      `${one(id)}/${form}${said ? `?said=${said}` : ''}`,
  }
}
