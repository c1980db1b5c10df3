// Central bodies of the state: offices that stand at no unit, as data/bodies.yaml tells them, dated by version.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type LocalDate, type Text, languages, parseLocalDate } from '#kernel'
import { type Office, type OfficeId, type Post, posts } from './office.ts'

/** One version of a body: what it was called from one day to another (null: as far as is known). */
export type Body = {
  readonly office: OfficeId
  readonly post: Post
  readonly name: Text
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}

/** The Government, whose Office receives calendars and approves the ministers' schedule. */
export const governmentOffice = 'government' as OfficeId
/** The President's Administration. */
export const administrationOffice = 'administration' as OfficeId
/** The authorised body for access to information: it assembles the ministers' schedule. */
export const authorisedBodyOffice = 'authorised-body' as OfficeId

const slug = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** Reads the file of bodies, versions in order; throws with the slug of one that is not as it should be. */
export function readBodies(path: string): Body[] {
  const file = parse(readFileSync(path, 'utf8')) as Record<
    string,
    { post: unknown; versions: Record<string, unknown>[] }
  >
  return Object.entries(file).flatMap(([id, { post: given, versions }]) => {
    const wrong = (what: string) => new Error(`${path}: ${id}: ${what}`)
    const post = posts.find((post) => post === given)
    if (!slug.test(id)) throw wrong('not a slug')
    if (!post) throw wrong(`unknown post ${String(given)}`)
    let last: LocalDate | null | undefined
    return versions.map((version) => {
      const [from, to] = [version['from'], version['to']].map((day) =>
        day === null || day === undefined ? null : parseLocalDate(day),
      )
      if (from === undefined || to === undefined) throw wrong('not a day')
      if (last !== undefined && (last === null || from === null || from <= last))
        throw wrong('two versions on a day')
      if (from !== null && to !== null && to < from) throw wrong('ends before it begins')
      last = to
      if (languages.some((language) => !version[language])) throw wrong('a name is missing')
      const name = { kk: String(version['kk']), ru: String(version['ru']), en: String(version['en']) }
      return { office: id as OfficeId, post, name, from, to }
    })
  })
}

let read: readonly Body[] | undefined
/** The bodies that the product ships, read once. */
export const bodies = (): readonly Body[] =>
  (read ??= readBodies(join(import.meta.dirname, '../../data/bodies.yaml')))

/** The office of a body as its newest version makes it, or null. */
export const officeOfBody = (id: OfficeId): Office | null => {
  const newest = bodies().findLast(({ office }) => office === id)
  return newest ? officeOf(newest) : null
}

/** The bodies that there are on a day, in the order of the file; of a post when asked. */
export const bodiesOn = (on: LocalDate, post?: Post): Office[] =>
  bodies()
    .filter(({ from, to }) => (from === null || from <= on) && (to === null || on <= to))
    .filter((body) => post === undefined || body.post === post)
    .map(officeOf)

const officeOf = ({ office, post, name }: Body): Office => ({
  id: office,
  post,
  unit: null,
  body: office,
  name,
})
