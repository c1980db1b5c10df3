// A deed as a line of a table: what is said when it is done, how its form is read, and the verb that takes what it read.
import type { Act } from '#calendar'
import type { Stores } from '#flows'
import { type Result, refuse } from '#kernel'
import type { Typed } from './deed-form.tsx'
import type { Desk } from './desk.ts'
import { FormReader } from './meetings/read-meeting-forms.ts'
import type { Read } from './read-deed.ts'

type Verb<On, R> = (stores: Stores, act: Act, on: On) => Promise<Result<unknown, R>>

/** `On` is what the deed is done to. */
export type DeedOf<On, Said, R> = {
  readonly said: Said
  readonly read: (typed: Typed, desk: Desk) => Read<Verb<On, R>>
}

/** Ties a form to its verb, so that forms that say different things stand in one table. */
export const deed = <On, const Said, R, T>(
  said: Said,
  read: (typed: Typed, desk: Desk) => Read<T>,
  verb: (stores: Stores, act: Act, on: On, value: T) => Promise<Result<unknown, R>>,
): DeedOf<On, Said, R> => ({
  said,
  read: (typed, desk) => {
    const form = read(typed, desk)
    return form.ok ? { ok: true, value: (stores, act, on) => verb(stores, act, on, form.value) } : form
  },
})

/** A deed of which the form says all: what its verb takes is read from what was typed and from the desk. */
export const formDeed = <const Said, R, T>(
  said: Said,
  read: (typed: Typed, form: FormReader, desk: Desk) => T,
  verb: (stores: Stores, act: Act, command: T) => Promise<Result<unknown, R>>,
): DeedOf<unknown, Said, R> =>
  deed(
    said,
    (typed, desk) => {
      const form = new FormReader(typed, desk.here.words)
      return form.done(read(typed, form, desk))
    },
    (stores, act, _, command) => verb(stores, act, command),
  )

/** The deed on what is the desk's own; what is another office's is not there, whoever asks. */
export const ofOwn = <On, Said, R, const No>(
  { said, read }: DeedOf<On, Said, R>,
  find: (stores: Stores) => Promise<{ readonly office: string } | null>,
  no: No,
): DeedOf<On, Said, R | No> => ({
  said,
  read: (typed, desk) => {
    const form = read(typed, desk)
    if (!form.ok) return form
    return {
      ok: true,
      value: async (stores, act, on) =>
        (await find(stores))?.office === desk.office.id ? form.value(stores, act, on) : refuse(no),
    }
  },
})

/** For a form of a button alone. */
export const nothing = (): Read<null> => ({ ok: true, value: null })

/** The name in an address, if the table has a deed of that name. */
export const named = <Table extends object>(table: Table, name: string | undefined) =>
  name !== undefined && Object.hasOwn(table, name) ? (name as keyof Table) : undefined
