// English.
import { formats } from '../format.ts'
import type { UnsealWords } from './kk.ts'

const { number } = formats.en

export const unsealEn: UnsealWords = {
  title: 'Open what was hidden',
  lead: 'Hidden words, the name and the contact of the author lie encrypted. It takes two people to open them: one asks and says why, another allows it. Each look is written down, and the author of the request sees it on the page of the receipt.',
  words: 'Words of the request',
  masked: (what) => `Hidden: ${what}.`,
  nothing: 'There is nothing to open in this request: nothing was hidden, or its author erased it.',
  askTitle: 'Ask to open it',
  purpose: 'What is it needed for?',
  purposes: {
    'call-back': 'To reach the resident and answer',
    'find-the-place': 'To find the exact place',
    'danger-to-life': 'Somebody’s life is in danger',
    'by-law': 'The law demands it: there is a paper of a court, a prosecutor or an investigation',
  },
  basis: 'Name, number and day of the paper',
  basisHint: 'Fill in only where the law demands it.',
  ask: 'Ask to open it',
  historyTitle: 'Who asked and who allowed it',
  asked: (who, when) => `Asked by ${who}, ${when}`,
  allowed: (who, when) => `Allowed by ${who}, ${when}`,
  byAbove: 'a signer of an office above',
  fromAbove:
    'Your office has no second person who could allow it, so a signer of an office above does. He does not see what is covered.',
  until: (when) => `Until ${when}`,
  looked: (times) => `Looked at: ${number(times)}`,
  states: {
    asked: 'Waits to be allowed',
    lapsed: 'Not allowed in time',
    open: 'May be opened',
    over: 'Its day is over',
  },
  allow: 'Allow it',
  allowHint: 'From then on whoever asked and you can open it for a day.',
  look: 'Open it now',
  lookHint: 'Pressing the button is written down. It is shown on this page once.',
  openedTitle: 'What was hidden',
  opened: 'This page is not kept. Do not copy it or pass it on: it is for the purpose that was named.',
  name: 'Name',
  contact: 'Contact',
  original: 'All words of the request',
  gone: 'Nothing is left to open: its author erased it, or 400 days have passed.',
  back: 'To the request',
  said: {
    asked: 'Asked. The signer finds it on the page “Today”.',
    askedAbove: 'Asked. A signer of an office above will see it under Today.',
    allowed: 'Allowed. Both of you can open it for a day.',
  },
  refused: {
    'no-such-request': 'There is no such request. Go back to sorting.',
    'no-such-unsealing': 'Nobody asked to open this, or it is not yours to open.',
    'nothing-sealed': 'There is nothing to open: nothing was hidden, or its author erased it.',
    'asked-already': 'It was asked for already. See the list.',
    'basis-wanted': 'Write the name, number and day of the paper.',
    'another-must-ask': 'Nobody but you may allow it here, so somebody else has to ask.',
    'unsealing-lapsed': '72 hours have passed since it was asked. Ask again.',
    'allowed-already': 'It is allowed already.',
    'unsealing-not-open': 'It is not allowed yet, or its day is over. Wait for the consent or ask again.',
  },
  below: {
    title: (office) => `${office}: opening what is covered`,
    lead: 'This office has no two persons, one to ask and one to allow, so you allow it. Neither the words of the request nor what is covered are shown here.',
    hint: 'Whoever asks may then open it for 24 hours. Who allowed it is written down, and the author of the request sees it on the page of the receipt.',
    done: 'Allowed. Whoever asked may open it for 24 hours.',
    asker: 'Who asks',
    received: 'When the request came',
    covered: 'What is covered',
    until: 'Until when it can be allowed',
  },
  files: {
    title: 'Files that came with it',
    lead: 'Before you open a file: nothing is hidden in pictures and inside files. Do not pass them on.',
    field: 'Photo or paper',
    hint: (most, megabytes) =>
      `Not needed. Up to ${number(most)} files of up to ${number(megabytes)} MB each: JPEG, PNG, WebP or PDF. The place where a photo was taken is removed. Names and numbers inside photos and PDFs are not hidden: the office sees them, the public does not.`,
    tooMany: (most) => `No more than ${number(most)} files can be sent.`,
    kept: (count) => `Files: ${number(count)}`,
  },
  author: {
    title: 'What we keep hidden of you',
    sealed:
      'Hidden words, your name and your contact are kept encrypted. The office can open them only with the consent of two people. After 400 days they go by themselves.',
    nothing: 'We keep nothing hidden of you.',
    none: 'Nobody has asked to open it so far.',
    asked: (day, purpose) => `${day}: somebody asked to open it. Why: ${purpose}.`,
    allowed: (day, purpose, looks) =>
      `${day}: opening was allowed. Why: ${purpose}. Looked at: ${number(looks)}.`,
    byAbove: 'It was allowed by an office above; nobody there has seen it.',
    erase: 'Erase what is hidden',
    eraseHint:
      'Hidden words, your name, your contact and files are erased at once. The request itself stays. We cannot reach you any more.',
    withdraw: 'Take the request back',
    withdrawHint:
      'It will not be considered any more. If it came into an approved pool of issues, that pool does not change: your words may stay there as a quote (without personal data).',
    erased: 'What was hidden is erased.',
    withdrawn: 'The request is taken back.',
    settled: 'The request was answered or closed: it cannot be taken back any more.',
  },
}
