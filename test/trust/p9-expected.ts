// The hand-written expectation of P9: what each route answers to whom, and who may meet which secret.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cell } from './p9-routes.ts'
import { type Canary, type Viewer, relationOf } from './p9-world.ts'

type Row = readonly string[]

const rowsOf = (file: string): Row[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split(','))

export const routeRows = rowsOf('p9-routes.csv')
export const canaryRows = rowsOf('p9-canaries.csv')
const wallRows = rowsOf('p10-walls.csv')

const says = (words: string, word: string) => words === '*' || words.split('|').includes(word)
const isWho = (words: string, { role, seat, name }: Viewer) =>
  [role, name, ...(seat && role !== 'past' ? [`@${seat}`] : [])].some((one) => says(words, one))
const isRoute = (words: string, route: string) =>
  words === '*' || words === route || (words.endsWith('*') && route.startsWith(words.slice(0, -1)))

/** The first line that fits a request, or none. */
export const rowFor = ({ ask, viewer, desk, relation }: Cell): Row | undefined =>
  routeRows.find(
    ([method, route, who, at, related, state]) =>
      says(method!, ask.method) &&
      isRoute(route!, ask.route) &&
      isWho(who!, viewer) &&
      says(at!, desk) &&
      says(related!, relation) &&
      says(state!, ask.state),
  )

const fits = (rows: readonly Row[], viewer: Viewer, { kind, seat }: Canary): boolean =>
  viewer.seat !== null &&
  rows.some(
    ([known, who, related]) =>
      known === kind && isWho(who!, viewer) && says(related!, relationOf(viewer.seat!, seat)),
  )

/** Whether the viewer may meet this secret. */
export const mayMeet = (viewer: Viewer, secret: Canary): boolean => fits(canaryRows, viewer, secret)

/** Whether the walls of the database let this secret through to the viewer's office. */
export const mayPass = (viewer: Viewer, secret: Canary): boolean => fits(wallRows, viewer, secret)

/** Routes of the routers that the expectation says nothing of by name. */
export const routesWithoutRow = (routes: readonly string[]): string[] =>
  routes.filter((name) => {
    const [method, route] = name.split(' ')
    return !routeRows.some((row) => says(row[0]!, method!) && row[1] === route)
  })
