// A draft: acts, ends and readings laid over the law in force, so that the two can be compared. The draft binds nobody.
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type LocalDate, type Text, addDays } from '#kernel'
import { z } from 'zod'
import type { Provision } from './act.ts'
import type { Law } from './compile.ts'
import { type Overlay, type ReadOptions, lawOf, readingsChosen } from './read-acts.ts'
import { type Located, readActFolders, readSources } from './read-sources.ts'
import { type Source, readYaml } from './read-yaml.ts'
import { day, text } from './rule.ts'

const draftFile = z.strictObject({
  gist: text,
  source: z.url().nullable().optional(),
  note: text.optional(),
  /** The first day on which the draft would apply; needed unless it is readings alone. */
  from: (day as unknown as z.ZodType<LocalDate, string>).optional(),
  /** Norms in force that it puts out of force; `A826E2-2.1.*` stands for all that begin so. */
  ends: z.array(z.string()).optional(),
  /** Norms of the past that apply again, instead of those that replaced them. */
  restores: z.array(z.string()).optional(),
})
type DraftFile = z.infer<typeof draftFile>

export type Draft = {
  readonly id: string
  readonly gist: Text
  readonly note: Text | null
  readonly source: string | null
  readonly from: LocalDate | null
  /** The law in force, and the law as it would be. */
  readonly base: Law
  readonly law: Law
  /** Provisions that the draft's own files hold. */
  readonly own: readonly Provision[]
}

/** Reads a draft's folder over the acts in `dir`: draft.yaml, folders of acts, readings.yaml. Throws an `ActFault`. */
export function readDraft(dir: string, folder: string, options: ReadOptions = {}): Draft {
  const sources = readSources(dir)
  const chosen = readingsChosen(sources, options)
  const base = lawOf(sources, chosen)
  const file = readYaml(folder, 'draft.yaml', draftFile)
  const { acts, files } = readActFolders(folder, sources.shared)
  const { gist, note = null, source = null, from = null } = file.value
  if (!from && (files.length > 0 || file.value.ends || file.value.restores))
    file.fault(['from'], 'a draft that changes provisions needs its first day')
  const readingsFile = join(folder, 'readings.yaml')
  if (!existsSync(readingsFile) && files.length === 0 && !file.value.ends && !file.value.restores)
    file.fault([], 'the draft changes nothing')
  const own = readingsChosen(sources, { readingsFile })
  const readings = { ...chosen.readings, ...own.readings }
  const law = lawOf(
    { ...sources, acts: [...sources.acts, ...acts], files: [...sources.files, ...files] },
    { readings, fault: own.fault },
    from ? laidOver(base, file, from) : undefined,
  )
  const ids = new Set(files.flatMap((one) => one.source.value.provisions.map(({ id }) => id)))
  const provisions = law.provisions.filter(({ id }) => ids.has(id))
  return { id: basename(folder), gist, note, source, from, base, law, own: provisions }
}

/** Ends what the draft ends or replaces on the day before it, and lets what it restores apply again. */
function laidOver(base: Law, { value, fault }: Source<DraftFile>, from: LocalDate): Overlay {
  const eve = addDays(from, -1)
  const inForce = ({ inForce: { from: first, until } }: Provision) =>
    first <= eve && (until === null || until >= from)
  const found = (member: 'ends' | 'restores', fits: (provision: Provision) => boolean, what: string) =>
    (value[member] ?? []).flatMap((id, i) => {
      const named = base.provisions.filter((one) =>
        id.endsWith('*') ? one.id.startsWith(id.slice(0, -1)) : one.id === id,
      )
      if (named.length === 0) fault([member, i], `there is no norm ${id}`)
      const fitting = named.filter(fits)
      if (fitting.length === 0) fault([member, i], `${id} is ${what}`)
      return fitting
    })
  const restored = found(
    'restores',
    ({ inForce: { until } }) => until !== null && until < from,
    `in force on ${from}; nothing to restore`,
  )
  const ended = new Set(found('ends', inForce, `not in force on ${from}`).map(({ id }) => id))
  const successor = new Map(
    restored.map(({ id }) => [id, base.editionsOf(id).find((one) => one.id !== id && inForce(one))]),
  )
  for (const one of successor.values()) if (one) ended.add(one.id)

  return (provisions) => {
    for (const { value: one, fault: at } of provisions) {
      if (one.replaces === undefined || base.provision(one.id)) continue
      const before = base.provision(one.replaces)
      if (before && !inForce(before)) at(['replaces'], `${one.replaces} is not in force on ${from}`)
      if (before) ended.add(one.replaces)
    }
    const cut = provisions.map((one): Located<Provision> =>
      ended.has(one.value.id)
        ? { ...one, value: { ...one.value, inForce: { ...one.value.inForce, until: eve } } }
        : one,
    )
    const again = restored.map(({ id }): Located<Provision> => {
      const { value: one, fault: at } = provisions.find((each) => each.value.id === id)!
      const replaces = successor.get(id)?.id
      const { replaces: _, ...rest } = one
      return {
        value: {
          ...rest,
          id: `${id}@${from}`,
          ...(replaces ? { replaces } : {}),
          inForce: { from, until: base.act(one.act)!.in_force!.until },
          examples: [],
        },
        fault: at,
      }
    })
    return [...cut, ...again]
  }
}
