import { sql } from 'kysely'
import type { EditedDay, HolidayEdit, HolidayStore } from '#calendar'
import type { Instant, LocalDate } from '#kernel'
import type { Trx } from './tables.ts'

export type HolidayTables = {
  holiday_edits: { revision: number; act: string; act_day: LocalDate; edited_at: Instant }
  holiday_edit_days: {
    revision: number
    date: LocalDate
    kind: EditedDay['kind']
    name_kk: string | null
    name_ru: string | null
    name_en: string | null
    for_day: LocalDate | null
  }
}

export const holidayStore = (trx: Trx): HolidayStore => ({
  async revision() {
    const { rows } = await sql<{ revision: number }>`
      select coalesce(max(revision), 0) as revision from holiday_edits`.execute(trx)
    return rows[0]!.revision
  },
  async edits() {
    const edits = await trx.selectFrom('holiday_edits').selectAll().orderBy('revision').execute()
    const days = await trx.selectFrom('holiday_edit_days').selectAll().orderBy('date').execute()
    const byRevision = Map.groupBy(days, ({ revision }) => revision)
    return edits.map(({ revision, act, act_day, edited_at }) => ({
      revision,
      act,
      actDay: act_day,
      editedAt: edited_at,
      days: (byRevision.get(revision) ?? []).map(dayOf),
    }))
  },
  async add({ revision, act, actDay, editedAt, days }: HolidayEdit) {
    const added = await trx
      .insertInto('holiday_edits')
      .values({ revision, act, act_day: actDay, edited_at: editedAt })
      .onConflict((conflict) => conflict.column('revision').doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows !== 1n) return false
    await trx
      .insertInto('holiday_edit_days')
      .values(
        days.map(({ date, kind, name, for: moved }) => ({
          revision,
          date,
          kind,
          name_kk: name?.kk ?? null,
          name_ru: name?.ru ?? null,
          name_en: name?.en ?? null,
          for_day: moved,
        })),
      )
      .execute()
    return true
  },
})

const dayOf = ({
  date,
  kind,
  name_kk: kk,
  name_ru: ru,
  name_en: en,
  for_day,
}: HolidayTables['holiday_edit_days']) => ({
  date,
  kind,
  name: kk !== null && ru !== null && en !== null ? { kk, ru, en } : null,
  for: for_day,
})
