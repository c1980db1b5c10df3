// Words of codes that the pages of the bench share: reasons, fields, names of groups.
import { type GroupReason, type TopicNames, quoteReason } from '#reading'
import type { AsRead, CountedGroup, Request } from '#requests'
import { type Unit, type UnitCode, isUnitCode } from '#territory'
import type { Here } from '../../here.ts'
import { sphereTitle } from '../../parts/sphere-name.ts'

/** Below this the program itself says that it is unsure. */
export const unsureBelow = 0.35

export const titleOf = (here: Here, { title, sphere }: Pick<CountedGroup, 'title' | 'sphere'>): string =>
  title ? title[here.language === 'kk' ? 'kk' : 'ru'] : sphereTitle(here, sphere)

/**
 * Why a request lies with the others, each reason in words: its own, as they stand in it, or the plain name of a topic or
 * a place. What a copy is a copy of is said by itself.
 */
export function reasonWords(
  here: Here,
  { words }: Pick<Request, 'words'>,
  reasons: readonly GroupReason[],
  { units, topics }: { readonly units: ReadonlyMap<UnitCode, Unit>; readonly topics: TopicNames },
): string[] {
  const { bench } = here.words
  const told = new Map<GroupReason['kind'] | 'sphere', string[]>()
  for (const reason of reasons) {
    const { kind, what } = reason
    const name =
      kind === 'concept'
        ? topics.get(what)?.[here.language === 'kk' ? 'kk' : 'ru'].toLowerCase()
        : kind === 'place' && isUnitCode(what)
          ? units.get(what)?.name[here.language]
          : quoted(quoteReason(words, reason))
    // A sphere is said as one, not as a topic: the names of both may be alike.
    const as = kind === 'concept' && isSphere(what) ? 'sphere' : kind
    if (name || kind === 'copy') told.set(as, [...(told.get(as) ?? []), name ?? ''])
  }
  return [...told].map(([kind, names]) =>
    kind === 'copy' ? bench.reasons.copy : `${bench.reasons[kind]}: ${[...new Set(names)].join(', ')}`,
  )
}

const isSphere = (topic: string): boolean => topic.startsWith('sphere ')

const quoted = (words: readonly string[]): string => words.map((one) => `«${one}»`).join(', ')

export const readWords = ({ words }: Here, { words: said }: AsRead): string =>
  said.length > 0 ? words.bench.read(quoted(said)) : ''

/** The first words of a request, for a line of a list. */
export const firstWords = ({ words }: Pick<Request, 'words'>, most = 90): string => {
  const line = words.replace(/\s+/g, ' ')
  return line.length > most ? `${line.slice(0, most).replace(/\s\S*$/, '')} …` : line
}
