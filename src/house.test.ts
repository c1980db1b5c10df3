import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'
import { type Room, leansOn, noRooms, wiring } from './house.ts'

const root = import.meta.dirname
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => path.split(sep).join('/'))

/** The specifiers a file imports, static and dynamic. */
const importsOf = (path: string): string[] => {
  const text = readFileSync(join(root, path), 'utf8')
  const clauses = text.matchAll(/^\s*(?:import|export)\s(?:[^'"`;=]*?\sfrom\s*)?['"]([^'"\n]+)['"]/gm)
  const calls = text.matchAll(/\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g)
  return [...clauses, ...calls].map((found) => found[1]!)
}
const roomOf = (path: string): string => path.split('/')[0]!
const isTest = (path: string) => /\.test\.tsx?$/.test(path)

test('every folder of src is a room of the house, and no name hides what is inside', () => {
  const folders = [...new Set(sources.filter((path) => path.includes('/')).map(roomOf))]
  expect(folders.filter((folder) => !(folder in leansOn))).toEqual([])
  const all = sources.flatMap((path) => path.split('/').slice(0, -1))
  expect(all.filter((name) => noRooms.includes(name))).toEqual([])
})

test('the order of the rooms is one way', () => {
  const order = Object.keys(leansOn)
  for (const [room, { rooms }] of Object.entries(leansOn))
    for (const other of rooms)
      expect(order.indexOf(other), `${room} leans on ${other}`).toBeLessThan(order.indexOf(room))
})

test('rooms lean only on the rooms and packages of their line, through the door', () => {
  const strayed: string[] = []
  for (const path of sources) {
    if (isTest(path) || (wiring as readonly string[]).includes(path)) continue
    const room = roomOf(path)
    const allowed = leansOn[room as Room] as
      { rooms: readonly string[]; packages: readonly string[] } | undefined
    if (!allowed) continue
    for (const name of importsOf(path)) {
      if (name.startsWith('node:')) continue
      if (name.startsWith('.')) {
        const target = relative(root, resolve(root, path, '..', name))
          .split(sep)
          .join('/')
        if (roomOf(target) !== room) strayed.push(`${path} reaches behind a door: ${name}`)
        else if (!existsSync(join(root, target))) strayed.push(`${path} imports what is not there: ${name}`)
      } else if (name.startsWith('#')) {
        if (!allowed.rooms.includes(name.slice(1))) strayed.push(`${path} leans on ${name}`)
      } else {
        const pack = name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0]!
        if (!allowed.packages.includes(pack)) strayed.push(`${path} uses the package ${name}`)
      }
    }
  }
  expect(strayed).toEqual([])
})

test('nothing in a room reads the clock, chance or the environment', () => {
  const faces = ['web', 'api', 'worker', 'cli', 'storage']
  const ambient = /new Date\(\)|Date\.now\(|Math\.random\(|process\.env|randomUUID\(/
  const found = sources.filter(
    (path) =>
      path.includes('/') &&
      !isTest(path) &&
      !faces.includes(roomOf(path)) &&
      ambient.test(readFileSync(join(root, path), 'utf8')),
  )
  expect(found).toEqual([])
})

// Some statements say first for whom the next one asks (`ask` in people-store.ts): two at once would mix them up.
test('in a transaction one thing is asked after another', () => {
  const atOnce = ['planner/workers.ts', 'flows/grouping/grouping-desk.ts', 'storage/database.ts', 'main.ts']
  const strayed = sources.filter(
    (path) =>
      !isTest(path) &&
      !path.startsWith('web/browser/') &&
      !atOnce.includes(path) &&
      readFileSync(join(root, path), 'utf8').includes('Promise.all('),
  )
  expect(strayed).toEqual([])
})
