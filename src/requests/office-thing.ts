// An office as the thing of a deed, with what stands above it: who may sign in its place is asked of that.
import type { LocalDate } from '#kernel'
import type { Thing } from '#people'
import type { OfficeId, TerritoryStore } from '#territory'

/** Throws when there is no such office: whatever asks for it has a thing of that office in hand. */
export async function officeThing(
  { territory }: { readonly territory: Pick<TerritoryStore, 'office' | 'lineage'> },
  id: OfficeId,
  on: LocalDate,
): Promise<Pick<Thing, 'office' | 'post' | 'unit' | 'above'>> {
  const office = await territory.office(id)
  if (!office) throw new Error(`there is no office ${id}`)
  const { post, unit } = office
  if (unit === null) return { office: id, post }
  const above = (await territory.lineage(unit, on)).slice(1).map(({ code }) => code)
  return { office: id, post, unit, above }
}
