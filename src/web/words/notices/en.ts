// Words of subscriptions and of the letters they bring, English.
import type { noticesKk } from './kk.ts'

export const noticesEn: typeof noticesKk = {
  title: 'Get messages',
  lead: (what: string) => `${what}: we tell you when a meeting is announced, moved or cancelled.`,
  channel: 'Where to send them',
  channels: { mail: 'E-mail', text: 'Text message (SMS)' },
  address: { mail: 'E-mail address', text: 'Mobile number' },
  addressAny: 'E-mail address or mobile number',
  wishesTitle: 'About what',
  wishes: {
    changes: 'when a meeting is announced, moved or cancelled',
    week: 'a week before a meeting',
    day: 'the day before a meeting',
  },
  privacy:
    'Your address is kept encrypted, is given to nobody and is deleted as soon as you unsubscribe. The office of the akim does not see it.',
  send: 'Subscribe',
  notAnAddress: {
    mail: 'Write an e-mail address like name@example.kz',
    text: 'Write a mobile number like +7 701 123 45 67',
  },
  noWish: 'Tick at least one case.',
  askedTitle: 'One step left',
  asked:
    'We have sent a letter. Open the link in it and confirm: until then nothing is sent. If it does not come, look into your spam folder; the link is good for seven days.',
  offTitle: 'No letters are sent yet',
  off: 'Mail is not connected here. Add the meetings to the calendar of your phone instead: when a day changes, it changes there too.',
  manageTitle: 'Your subscription',
  confirmLead: (what: string) => `${what}: please confirm that you want messages.`,
  confirm: 'I confirm',
  confirmed: (what: string) => `${what}: you are subscribed.`,
  save: 'Save',
  stop: 'Unsubscribe',
  goneTitle: 'No such subscription',
  gone: 'You have unsubscribed, or the link is too old. We do not hold your address.',
  stoppedTitle: 'You have unsubscribed',
  stopped: 'Your address is deleted. There will be no more messages.',
  topics: {
    meeting: (name: string) => `One meeting, ${name}`,
    request: 'Your request',
  },
  letter: {
    confirmSubject: 'Please confirm your subscription',
    confirm: (what: string, link: string) =>
      `Hello,\n\nsomebody asked for messages about meetings to be sent to this address: ${what}.\n\nTo confirm, open the link and press “I confirm”:\n${link}\n\nIf it was not you, do nothing: no more letters will come, and the address is deleted after seven days.`,
    confirmRequest: (link: string) =>
      `Hello,\n\nsomebody asked for news of a question or proposal for a meeting to come to this address.\n\nTo confirm, open the link and press “I confirm”:\n${link}\n\nIf it was not you, do nothing: no more letters will come, and the address is deleted after seven days.`,
    author: {
      'request-answered': 'Your request was answered',
      'request-set-aside': 'Your request was not taken up: the reason is given',
      'request-in-pool': 'Your request is among the issues that the meeting will discuss',
      'problem-answered': 'The problem that you raised was answered',
    },
    withCode: (link: string) => `To see it all, open the link and enter the code of your receipt: ${link}`,
    subject: {
      announced: (office: string, day: string) => `Meeting on ${day}: ${office}`,
      moved: (office: string, day: string) => `Meeting moved, now ${day}: ${office}`,
      cancelled: (office: string, day: string) => `Meeting cancelled, ${day}: ${office}`,
      'week-before': (office: string, day: string) => `Meeting in a week, ${day}: ${office}`,
      'day-before': (office: string, day: string) => `Meeting tomorrow, ${day}: ${office}`,
    },
    who: (office: string) => `Who: ${office}`,
    when: (day: string, start: string) => `When: ${day}, at ${start}`,
    was: (day: string, start: string) => `Was: ${day}, at ${start}`,
    where: (place: string) => `Where: ${place}`,
    reason: (reason: string) => `Why: ${reason}`,
    more: (link: string) => `More: ${link}`,
    stop: (link: string) => `To stop these messages: ${link}`,
  },
  outbox: {
    section: 'Messages',
    title: 'Messages to send',
    lead: 'What subscribed residents are told. Who they are is not shown here either.',
    off: 'Mail is not connected, so nothing is sent. Tell people yourselves or ask the operator.',
    none: 'No messages yet.',
    counts: (waiting: number, sent: number, givenUp: number) =>
      `waiting: ${waiting}, sent: ${sent}, undeliverable: ${givenUp}`,
  },
}
