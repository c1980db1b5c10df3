import { type RawBuilder, sql } from 'kysely'
import type { Instant, LocalDate } from '#kernel'
import {
  type Category,
  type CategoryCount,
  type Commission,
  type CommissionId,
  type CommissionStore,
  type PersonId,
  type PublicCommission,
  categoriesOf,
} from '#people'
import type { OfficeId } from '#territory'
import type { Trx } from './tables.ts'

type Row = {
  id: CommissionId
  office: OfficeId
  number: number
  order_number: string
  order_day: LocalDate
  formed_at: Instant
  absent: string[]
}
type MemberRow = { commission: CommissionId; name: string; category: Category; person: PersonId | null }

export const commissionStore = (trx: Trx): CommissionStore => {
  const commissions = async (office: OfficeId, rest: RawBuilder<unknown> = sql``): Promise<Commission[]> => {
    const { rows } = await sql<Row>`
      select id, office, number, order_number, order_day, formed_at, absent
      from commissions where office = ${office} order by number desc ${rest}`.execute(trx)
    const members = await sql<MemberRow>`
      select commission, name, category, person from commission_members
      where commission = any(${rows.map(({ id }) => id)}) order by commission, place`.execute(trx)
    return rows.map((row) => ({
      id: row.id,
      office: row.office,
      number: row.number,
      ...formedBy(row),
      members: members.rows
        .filter(({ commission }) => commission === row.id)
        .map(({ name, category, person }) => ({ name, category, person })),
    }))
  }
  return {
    ofOffice: (office) => commissions(office),
    standing: async (office) => (await commissions(office, sql`limit 1`))[0] ?? null,
    async add({ id, office, number, order, formedAt, members, absent }) {
      const { rows } = await sql`
        insert into commissions
          (id, office, number, order_number, order_day, formed_by, formed_at, categories, absent)
        values (${id}, ${office}, ${number}, ${order.number}, ${order.day}, acting_person(), ${formedAt},
          ${JSON.stringify(categoriesOf(members))}::jsonb, ${[...absent]})
        on conflict (office, number) do nothing returning 1`.execute(trx)
      if (rows.length === 0) return false
      const lines = members.map((member, place) => ({ place, ...member }))
      await sql`
        insert into commission_members (commission, place, office, name, category, person)
        select ${id}, place, ${office}, name, category, person
        from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
          as m (place int, name text, category jsonb, person text)`.execute(trx)
      return true
    },
    async link(commission, place, person) {
      const { rows } = await sql`
        update commission_members set person = ${person}
        where commission = ${commission} and place = ${place} returning 1`.execute(trx)
      return rows.length > 0
    },
  }
}

/** The standing commission of an office as everybody may read it. */
export async function publicCommission(trx: Trx, office: OfficeId): Promise<PublicCommission | null> {
  const { rows } = await sql<Row & { categories: CategoryCount[] }>`
    select order_number, order_day, formed_at, absent, categories
    from commissions where office = ${office} order by number desc limit 1`.execute(trx)
  return rows[0] ? { ...formedBy(rows[0]), categories: rows[0].categories } : null
}

const formedBy = (row: Pick<Row, 'order_number' | 'order_day' | 'formed_at' | 'absent'>) => ({
  order: { number: row.order_number, day: row.order_day },
  formedAt: row.formed_at,
  absent: row.absent,
})
