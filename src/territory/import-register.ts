// The verb behind `kezdesu import territory`: one edition of the classifier, all of it or nothing.
import { type LocalDate, type Result, done, refuse } from '#kernel'
import type { RegisterUnit } from './kato.ts'
import { type RegisterChanges, mergeRegister } from './merge-register.ts'
import { codesAbove } from './source-type.ts'
import type { Edition, RegisterStore } from './store.ts'

export type ImportRefusal =
  | { code: 'no-units' }
  | { code: 'edition-older-than-last'; edition: LocalDate; last: LocalDate }
  | { code: 'too-many-vanish'; vanishing: number; held: number }

/** A file that was cut off looks like a country that lost its villages: beyond a quarter somebody must look. */
const vanishing = { atLeast: 100, share: 0.25 }

/**
 * Brings the register to this edition, keeping the history of every unit that changed or vanished.
 *
 * Importing the same again changes nothing. `refused` are codes whose rows were refused: they and what stands under
 * them stay as they are. Refuses: no-units, edition-older-than-last, too-many-vanish.
 */
export async function importRegister(
  stores: { register: RegisterStore },
  command: { units: readonly RegisterUnit[]; refused: readonly string[]; edition: LocalDate },
): Promise<Result<RegisterChanges['counts'], ImportRefusal>> {
  const { register } = stores
  if (command.units.length === 0) return refuse({ code: 'no-units' })
  await register.claim()
  const last = await register.lastEdition()
  if (last && command.edition < last.day)
    return refuse({ code: 'edition-older-than-last', edition: command.edition, last: last.day })
  const edition: Edition =
    last?.day === command.edition ? last : { day: command.edition, from: last ? command.edition : null }

  const held = await register.openUnits()
  const changes = mergeRegister(held, command.units, edition, sparedBy(command.refused, held))
  const { closed } = changes.counts
  if (closed > vanishing.atLeast && closed > held.length * vanishing.share)
    return refuse({ code: 'too-many-vanish', vanishing: closed, held: held.length })

  await register.remove(changes.remove)
  await register.close(changes.close, changes.closeOn)
  await register.replace(changes.replace)
  await register.open(changes.open)
  if (last?.day !== edition.day) await register.addEdition(edition)
  return done(changes.counts)
}

/** Held units that a refused row is about, and those below them. */
function sparedBy(refused: readonly string[], held: readonly { code: string }[]): Set<string> {
  const about = new Set(refused)
  const codes = held.map(({ code }) => code)
  return new Set(
    codes.filter((code) => about.has(code) || codesAbove(code).some((above) => about.has(above))),
  )
}
