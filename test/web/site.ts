// The pages over a database, as tests open them: by one address, with a key of the tests, and a fault is thrown.
import { type WebHouse, webApp } from '#web'
import { chance } from '../../src/serve.ts'
import { intake, secrets } from '../intake.ts'

export const origin = 'https://kezdesu.example'

type Given = Pick<WebHouse, 'storage' | 'books' | 'clock'>

/** `more` is what a test brings itself: a provider, senders, groups. */
export const siteOver = ({ storage, books, clock }: Given, more: Partial<WebHouse> = {}) =>
  webApp({
    storage,
    books,
    clock,
    ...chance,
    intake,
    secrets,
    standing: { origin, proxies: 0 },
    note: () => {},
    report: (fault) => {
      throw fault
    },
    ...more,
  })
