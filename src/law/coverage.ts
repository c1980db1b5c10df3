// Which of the norms found in the acts are encoded, and which are not.
import { z } from 'zod'
import { type NormId, provisionId } from './act.ts'
import type { Law } from './compile.ts'
import { readYaml } from './read-yaml.ts'
import type { RuleKind } from './rule.ts'
import type { Text } from '#kernel'

export type Covered = {
  readonly norm: NormId
  /** `declared`: no recorded fact can decide it; `unlisted`: encoded, and not in the list. */
  readonly standing: 'encoded' | 'declared' | 'not-encoded' | 'unlisted'
  readonly rule: RuleKind | null
  /** Why it is only declared. */
  readonly why: Text | null
  readonly examples: number
}

/** Compares the provisions with the list of norms that stands in `norms.yaml` of the folder. */
export function coverage(law: Law, dir: string): Covered[] {
  const list = readYaml(dir, 'norms.yaml', z.record(z.string(), z.array(provisionId)))
  const listed = Object.values(list.value).flat()
  const all = new Set(listed)
  const extra = law.provisions.map(({ id }) => id).filter((id) => !all.has(id))
  return [...listed, ...extra].map((norm) => {
    const provision = law.provision(norm)
    if (!provision) return { norm, standing: 'not-encoded', rule: null, why: null, examples: 0 }
    const { rule, examples } = provision
    const why = rule.kind === 'declared' ? rule.why : null
    const standing = !all.has(norm) ? 'unlisted' : why ? 'declared' : 'encoded'
    return { norm, standing, rule: rule.kind, why, examples: examples.length }
  })
}
