// Whether a form can be received as it was typed: the first field in which something is wrong, or all that is needed.
import type { Stores } from '#flows'
import { type LocalDate, type Result, done, refuse } from '#kernel'
import { type Channel, readAddress } from '#notices'
import { mostCharacters } from '#requests'
import type { Office, Unit } from '#territory'
import { askedCode } from '../../asked.ts'
import type { Words } from '../../words/index.ts'
import { type FoundPlace, type Ground, answersFor, findPlaces, mostFound } from './ground.ts'
import type { Field, Typed } from './typed.ts'

export type Contact = { readonly channel: Channel; readonly address: string }
export type Checked = {
  readonly words: string
  readonly office: Office
  readonly unit: Unit
  readonly contact: Contact | null
}
export type Fault = {
  readonly field: Field
  readonly said: string
  /** Places to choose from. */
  readonly found?: readonly FoundPlace[]
}

export async function checkTyped(
  stores: Pick<Stores, 'readings' | 'territory'>,
  say: Words['ask']['refused'],
  channels: readonly Channel[],
  ground: Ground,
  typed: Typed,
  today: LocalDate,
): Promise<Result<Checked, Fault>> {
  const { words } = typed
  if (words === '') return refuse({ field: 'words', said: say['words-wanted'] })
  if (words.length > mostCharacters)
    return refuse({ field: 'words', said: say['words-too-long'](mostCharacters, words.length) })
  const office = ground.offices.find(({ id }) => id === typed.office)
  if (!office) return refuse({ field: 'office', said: say['no-such-office'] })
  const contact = contactOf(channels, typed.contact)
  if (contact === undefined)
    return refuse({
      field: 'contact',
      said: say['not-an-address'][channels.length > 1 ? 'any' : channels[0]!],
    })
  const place = await placeOf(stores, ground, office, typed, today)
  if ('unit' in place) return done({ words, office, unit: place.unit, contact })
  const { found } = place
  if (found.length === 0) return refuse({ field: 'unit', said: say['no-such-place'] })
  return found.length > mostFound
    ? refuse({ field: 'unit', said: say['many-places'] })
    : refuse({ field: 'unit', said: say['which-place'], found })
}

/** Null when none was given, `undefined` when it is no address that we could write to. */
export function contactOf(channels: readonly Channel[], typed: string): Contact | null | undefined {
  if (typed === '' || channels.length === 0) return null
  const channel = typed.includes('@') ? 'mail' : 'text'
  return channels.includes(channel) && readAddress(channel, typed) !== undefined
    ? { channel, address: typed }
    : undefined
}

/** The place it speaks of; or what was found of the name that was typed. */
async function placeOf(
  stores: Pick<Stores, 'readings' | 'territory'>,
  ground: Ground,
  office: Office,
  { unit, elsewhere }: Typed,
  today: LocalDate,
): Promise<{ unit: Unit } | { found: readonly FoundPlace[] }> {
  if (elsewhere !== '') {
    const found = await findPlaces(stores, office.id, elsewhere, today)
    const chosen = found.length === 1 ? found[0] : found.find((place) => place.unit.code === unit)
    return chosen ? { unit: chosen.unit } : { found }
  }
  const own = ground.places.find((place) => place.code === unit)
  if (own) return { unit: own }
  const code = askedCode(unit)
  const other = code ? await stores.readings.unit(code, today) : null
  return other && (await answersFor(stores, office.id, other.code, today)) ? { unit: other } : { found: [] }
}
