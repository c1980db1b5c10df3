// The commission of a district over the units of the demonstration alone: requests that come in, members who work on them.
import type { Act } from '#calendar'
import { type Stores, groupingDesk } from '#flows'
import { type Instant, type Result, done } from '#kernel'
import type { PersonId, Role } from '#people'
import { readTopicNames } from '#reading'
import { type GroupId, type Incoming, type Request, type RequestId } from '#requests'
import {
  type UnitCode,
  akimOffice,
  loadDemonstration,
  localDay,
  readDemonstration,
  readDemonstrationMap,
} from '#territory'
import { join } from 'node:path'
import { chance, root } from '../src/serve.ts'
import { freshDatabase } from './fresh-database.ts'
import { intake } from './intake.ts'
import { send } from './requests.ts'

export const district = '315400000' as UnitCode
export const office = akimOffice(district)

export type Commission = Awaited<ReturnType<typeof openCommission>>

/** The caller closes the house. */
export async function openCommission(at = '2026-11-23T06:00:00.000Z' as Instant) {
  const house = await freshDatabase()
  const { storage } = house
  await storage.transaction({ person: null, offices: [] }, async (stores) =>
    done(
      await loadDemonstration(stores, {
        units: readDemonstration(join(root, 'data/demonstration/territory.yaml')),
        map: readDemonstrationMap(join(root, 'data/demonstration/map.yaml')),
      }),
    ),
  )
  const today = localDay(at, district)
  const desk = () =>
    groupingDesk({
      storage,
      readers: intake.readers,
      topics: readTopicNames,
      now: () => ({ at, today }),
      newId: chance.newId,
      fault: (fault) => {
        throw fault
      },
    })
  const grouping = desk()
  const run = <T, R>(verb: (stores: Stores) => Promise<Result<T, R>>) =>
    storage.transaction<T, R>({ person: null, offices: [office] }, verb)
  const read = <T>(verb: (stores: Stores) => Promise<T>) =>
    storage.readOffice({ person: null, offices: [office] }, verb)
  let sent = 0
  return {
    house,
    /** Another process over the same database. */
    desk,
    grouping,
    at,
    today,
    run,
    read,
    as: (name: string, role: Role = 'commission-member'): Act => {
      const person = name as PersonId
      return {
        actor: {
          person: { id: person, name },
          grants: [{ person, office, role, from: today, to: null }],
          signedInAt: at,
        },
        at,
        today,
        asserted: false,
        ...chance,
      }
    },
    /** Words come in; they are not grouped yet. */
    send(words: string, more: Partial<Omit<Incoming, 'id'>> = {}): Promise<RequestId> {
      return send(storage, { id: `sent-${++sent}`, office, unit: district, words, at, ...more })
    },
    group: () => grouping.group(office),
    request: (id: RequestId) => read(({ requests }) => requests.find(id)) as Promise<Request>,
    groupOf: async (id: RequestId) => (await read(({ requests }) => requests.find(id)))!.group!,
    seen: async (id: GroupId) => {
      const { revision } = (await read(({ groups }) => groups.find(id)))!
      return { id, revision }
    },
    seenRequest: async (id: RequestId) => {
      const { revision } = (await read(({ requests }) => requests.find(id)))!
      return { id, revision }
    },
    close: () => house.close(),
  }
}

/** Short words on four problems, in both languages, for tests that need many requests. */
export const invented = {
  pump: [
    'Ақтоған ауылында су насосы күйіп кетті, үш күн су жоқ',
    'В селе Актоган сгорел насос, третий день нет воды',
    'Ақтоғанда су жоқ, сорғы істемейді',
    'Актоган: насос на водокачке не работает, воды нет',
  ],
  waste: [
    'Кентай ауылында қоқыс шығарылмайды, жәшіктер толып кетті',
    'В селе Кентай не вывозят мусор, контейнеры переполнены',
  ],
  lamps: [
    'Меркеде Абай көшесінде жарық шамдары жанбайды, кешке қараңғы',
    'В Мерке на улице Абая не горят фонари, темно',
  ],
  thanks: ['Рахмет, жол жөнделді, бәріне алғыс айтамыз!'],
  spam: ['Срочный кредит без справок и залога! Одобрение 100%, переходите по ссылке http://kredit.example'],
} as const
