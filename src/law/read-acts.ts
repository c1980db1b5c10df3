// Reads the folder acts/: every file is checked, and the first fault stops the start with file, line and reason.
import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { z } from 'zod'
import type { Doubt, Provision } from './act.ts'
import { checkActs } from './check-acts.ts'
import { type Law, compileLaw } from './compile.ts'
import { type Located, type Sources, readSources } from './read-sources.ts'
import { readYaml } from './read-yaml.ts'
import { type Readings, actAsRead, provisionsOf } from './take-readings.ts'

export type ReadOptions = {
  /** Readings taken instead of the defaults: doubt → reading. */
  readonly readings?: Readings
  /** A file of such readings, `AMB-02: strict` a line; where it is not there nothing is chosen. */
  readonly readingsFile?: string | undefined
}

/** Readings that were chosen, and where a wrong choice is reported. */
export type Chosen = { readonly readings: Readings; readonly fault: (doubt: string, reason: string) => never }

/** Loads and checks the law; throws an `ActFault` on the first thing wrong. `dir` holds doubts.yaml and one folder an act. */
export function readActs(dir: string, options: ReadOptions = {}): Law {
  const sources = readSources(dir)
  return lawOf(sources, readingsChosen(sources, options))
}

/** The readings of the options, those of the file first. */
export function readingsChosen(
  { doubts }: Pick<Sources, 'doubts'>,
  { readings = {}, readingsFile }: ReadOptions,
): Chosen {
  const unplaced = (doubt: string, reason: string): never => doubts.fault([], `${doubt}: ${reason}`)
  if (readingsFile === undefined || !existsSync(readingsFile)) return { readings, fault: unplaced }
  const { value, fault } = readYaml(
    dirname(readingsFile),
    basename(readingsFile),
    z.record(z.string(), z.string()).nullable(),
  )
  return { readings: { ...value, ...readings }, fault: (doubt, reason) => fault([doubt], reason) }
}

/** What a draft changes in the provisions before they are compiled. */
export type Overlay = (provisions: readonly Located<Provision>[]) => readonly Located<Provision>[]

/** The law that these files make under these readings, checked. */
export function lawOf(sources: Sources, { readings, fault }: Chosen, overlay: Overlay = (all) => all): Law {
  const doubts = new Map(sources.doubts.value.map((doubt) => [doubt.id, doubt]))
  const known = new Map<string, Law>()
  const read = (taken: Readings, check: boolean): Law => {
    const acts = sources.acts.map((act) => ({ ...act, value: actAsRead(act.value, taken) }))
    const provisions = overlay(sources.files.flatMap((file) => provisionsOf(file, taken, doubts)))
    if (check) checkActs(acts, provisions, sources, { readings: taken, fault })
    const law: Law = compileLaw(
      acts.map(({ value }) => value),
      provisions.map(({ value }) => withExcuses(value, provisions)),
      sources.doubts.value,
      { readings: taken, reread },
    )
    known.set(keyOf(taken, doubts), law)
    return law
  }
  const reread = (taken: Readings): Law => known.get(keyOf(taken, doubts)) ?? read(taken, false)
  return read(readings, true)
}

/** Choosing the default is choosing nothing. */
const keyOf = (readings: Readings, doubts: ReadonlyMap<string, Doubt>): string =>
  Object.entries(readings)
    .filter(([id, taken]) => doubts.get(id)?.default !== taken)
    .map((pair) => pair.join(' '))
    .sort()
    .join('\n')

/** `A863-3.*` stands for every provision below paragraph 3. */
function withExcuses(provision: Provision, all: readonly Located<Provision>[]): Provision {
  const { rule } = provision
  if (rule.kind !== 'exemption') return provision
  const ids = all.map(({ value }) => value.id)
  const excuses = rule.excuses.flatMap((excuse) =>
    excuse.endsWith('*') ? ids.filter((id) => id.startsWith(excuse.slice(0, -1))) : [excuse],
  )
  return { ...provision, rule: { ...rule, excuses } }
}
