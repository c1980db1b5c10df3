import type { Unit } from '#territory'

/** A unit for machines, without its short names. */
export const unitJson = ({ code, parent, kind, name, hasAkim, from, to }: Unit) => ({
  code: code as string,
  parent: parent as string | null,
  kind: kind as string,
  name,
  has_akim: hasAkim,
  from: from as string | null,
  to: to as string | null,
})
