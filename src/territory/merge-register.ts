// What a newer edition of the classifier changes: new, renamed, re-parented and vanished units, each with its history.
import { type LocalDate, addDays } from '#kernel'
import type { RegisterUnit } from './kato.ts'
import type { Edition } from './store.ts'
import type { Unit, UnitCode } from './unit.ts'

export type RegisterChanges = {
  /** Units that the register did not hold, and next versions of those that changed. */
  readonly open: readonly Unit[]
  /** Versions that this very edition began, or the first edition found: written over, no history is lost. */
  readonly replace: readonly Unit[]
  /** Versions that this very edition began and its corrected file lacks: they never were. */
  readonly remove: readonly UnitCode[]
  /** Versions that end the day before the edition: of changed units and of vanished ones. */
  readonly close: readonly UnitCode[]
  readonly closeOn: LocalDate
  readonly counts: { readonly new: number; readonly changed: number; readonly closed: number }
}

/**
 * Compares the open versions with an edition.
 *
 * The first edition is valid as far back as is known (`from` is null); `spared` are units whose rows were refused:
 * they are not in the edition, but they have not vanished either.
 */
export function mergeRegister(
  held: readonly Unit[],
  next: readonly RegisterUnit[],
  edition: Edition,
  spared: ReadonlySet<string>,
): RegisterChanges {
  const before = new Map(held.map((unit) => [unit.code, unit]))
  const after = new Set(next.map(({ code }) => code))
  const open: Unit[] = []
  const replace: Unit[] = []
  const close: UnitCode[] = []
  let fresh = 0
  for (const unit of next) {
    const old = before.get(unit.code)
    const version: Unit = { ...unit, from: edition.from, to: null }
    if (!old) {
      open.push(version)
      fresh += 1
    } else if (!sameUnit(old, unit)) {
      if (old.from === edition.from) replace.push(version)
      else {
        close.push(unit.code)
        open.push(version)
      }
    }
  }
  const changed = replace.length + close.length
  const vanished = held.filter(({ code }) => !after.has(code) && !spared.has(code))
  const remove = vanished.filter(({ from }) => from === edition.from)
  const ended = vanished.filter(({ from }) => from !== edition.from)
  return {
    open,
    replace,
    remove: remove.map(({ code }) => code),
    close: [...close, ...ended.map(({ code }) => code)],
    closeOn: addDays(edition.day, -1),
    counts: { new: fresh, changed, closed: vanished.length },
  }
}

/** Whether nothing about a unit has changed that an edition tells. */
export const sameUnit = (a: RegisterUnit, b: RegisterUnit): boolean =>
  a.parent === b.parent &&
  a.kind === b.kind &&
  a.hasAkim === b.hasAkim &&
  (['kk', 'ru', 'en'] as const).every((in_) => a.name[in_] === b.name[in_] && a.short[in_] === b.short[in_])
