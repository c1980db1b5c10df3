// An office as the thing of a deed, with what stands above it: who may sign in its place is asked of that.
import type { LocalDate } from '#kernel'
import type { Office, OfficeId, TerritoryStore } from '#territory'
import { operatorOffice } from './person.ts'
import type { Thing } from './policy.ts'

/** Its post, its unit and the units above, as of a day; null where there is no such office. */
export async function officeThing(
  { territory }: { readonly territory: Pick<TerritoryStore, 'office' | 'lineage'> },
  id: OfficeId,
  on: LocalDate,
): Promise<(Thing & { readonly of: Office | null }) | null> {
  if (id === operatorOffice) return { office: id, of: null }
  const office = await territory.office(id)
  if (!office) return null
  const [, ...above] = office.unit ? await territory.lineage(office.unit, on) : []
  return {
    of: office,
    office: id,
    post: office.post,
    ...(office.unit && { unit: office.unit, above: above.map(({ code }) => code) }),
  }
}
