// What the routes of a person share: the session behind a request, where to go, and what was typed.
import type { Context } from 'hono'
import type { Stores } from '#flows'
import { type Session, sessionOf } from '#people'
import { addresses } from '../address.ts'
import type { Assets } from '../assets.ts'
import type { WebHouse } from '../house.ts'
import { typedOf } from '../office/read-deed.ts'
import { originOf } from '../origin.ts'
import { answer, hereOf, isDemonstration, languageOf, unkept } from '../page.tsx'
import { step } from '../session.ts'
import { peopleAddresses } from './addresses.ts'
import type { Wrong } from './field.tsx'
import type { tellRefusal } from './refusals.ts'

export const atPerson = (house: WebHouse, assets: Assets) => {
  const inOneStep = <T>(verb: (stores: Stores) => Promise<T>) => step(house.storage, verb)
  return {
    inOneStep,
    here: async (c: Context) => hereOf(c, house, assets, await isDemonstration(house)),
    to: (c: Context) => peopleAddresses(languageOf(c)),
    typedIn: async (c: Context) => typedOf(await c.req.parseBody()),
    site: (c: Context) => ({ origin: originOf(c, house.standing) }),
    sessionHere: (c: Context): Promise<Session | null> =>
      inOneStep((stores) => sessionOf(stores, c.get('token'), house.clock())),
    toSignIn: (c: Context) => c.redirect(addresses[languageOf(c)].signIn(), 303),
  }
}

/** A refused form: told at its field where the refusal is about one, above the form otherwise. */
export const wrongOf = (
  form: string,
  typed: Wrong['typed'],
  { field, sentence }: Pick<ReturnType<typeof tellRefusal>, 'field' | 'sentence'>,
): Wrong => ({
  form,
  typed,
  fields: field ? { [field]: sentence } : {},
  sentence: field ? null : sentence,
})

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** A page for one person's eyes. */
export const ownAnswer = (...page: Parameters<typeof answer>): Response => unkept(answer(...page))
