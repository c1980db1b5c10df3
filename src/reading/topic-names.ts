// The names that facets and spheres go by in titles, from data files.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Language } from '#kernel'
import { shippedKnowledge } from './read-knowledge.ts'
import type { RequestReading } from './read-request.ts'

export type TopicName = { readonly kk: string; readonly ru: string }
/** By topic: a facet, or `sphere water`. */
export type TopicNames = ReadonlyMap<string, TopicName>

/** Reads `topics.yaml` of the shipped folder and of the folders given, which add to it, and the names of the spheres. */
export function readTopicNames(more: readonly string[] = []): TopicNames {
  const names = new Map<string, TopicName>()
  for (const [sphere, { kk, ru }] of readSphereNames())
    names.set(`sphere ${sphere}`, { kk: capitalised(kk), ru: capitalised(ru) })
  for (const folder of [shippedKnowledge, ...more]) {
    const path = join(folder, 'topics.yaml')
    if (!existsSync(path)) continue
    const lines = parse(readFileSync(path, 'utf8')) as Record<string, readonly [string, string]>
    for (const [topic, [kk, ru]] of Object.entries(lines)) names.set(topic, { kk, ru })
  }
  return names
}

/** The names of the spheres, in the order of the list, as they stand inside a sentence. */
export function readSphereNames(): ReadonlyMap<string, Readonly<Record<Language, string>>> {
  const lines = parse(readFileSync(join(shippedKnowledge, '../spheres.yaml'), 'utf8'))
  return new Map(
    Object.entries(lines as Record<string, readonly [string, string, string]>).map(
      ([sphere, [kk, ru, en]]) => [sphere, { kk, ru, en }],
    ),
  )
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/**
 * What a request is about: of the facets of its sphere the one that its words speak for most, or the sphere where they
 * name none. A street named on the way to a water pipe makes no matter of roads.
 */
export function topicOf({ concepts, sphere }: Pick<RequestReading, 'concepts' | 'sphere'>): string {
  const facets = concepts.filter((one) => one.facet !== null && one.sphere === sphere)
  return facets.toSorted((a, b) => b.score - a.score)[0]?.facet ?? `sphere ${sphere}`
}
