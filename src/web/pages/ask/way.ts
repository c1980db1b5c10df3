// The way of a request as far as it has come: read for whoever holds its receipt code, and for nobody else.
import type { PublicMeeting, Storage, Stores } from '#flows'
import type { Instant, LocalDate } from '#kernel'
import type { Problem } from '#problems'
import type { Move, Pool, ReceiptHash, Request, RequestGroup } from '#requests'
import type { Office, Unit } from '#territory'
import type { Trusted } from './own-deeds.tsx'

export type Way = {
  readonly request: Request
  readonly office: Office
  readonly unit: Unit
  readonly group: RequestGroup | null
  /** How many requests lie in the group, its own among them. */
  readonly voices: number
  readonly moves: readonly Move[]
  readonly problem: Problem | null
  /** The newest version of a pool in which the group stands, of one withdrawn in which it stood. */
  readonly pool: Pool | null
  /** The one it was sent to, else the one whose pool it came into. */
  readonly meeting: PublicMeeting | null
  /** The pool of that meeting is approved, with this request or without. */
  readonly isPooled: boolean
  readonly trusted: Trusted
}

/** Null when no request has this receipt. */
export const readWay = (
  storage: Pick<Storage, 'readOffice'>,
  receipt: ReceiptHash,
  today: LocalDate,
): Promise<Way | null> =>
  storage.readOffice({ person: receipt, offices: [] }, async (stores) => {
    const request = await stores.requests.byReceipt(receipt)
    const office = request && (await stores.readings.office(request.office))
    const unit = request && (await stores.readings.unit(request.unit, today))
    if (!request || !office || !unit) return null
    const group = request.group === null ? null : await stores.groups.find(request.group)
    const moves = await stores.requests.movesOfRequest(request.id)
    // What is withdrawn left its group; a pool approved before that keeps it for good.
    const lay = request.fate === 'withdrawn' ? (moves.at(-1)?.from ?? null) : request.group
    const issue = lay && (await stores.problems.ofGroup(lay))
    const pool = issue && (await poolOf(stores, issue, request.fate === 'withdrawn' ? request.fateAt : null))
    const problem = request.fate === 'withdrawn' && !pool ? null : issue
    const of = problem?.meeting ?? request.meeting
    return {
      request,
      office,
      unit,
      group,
      voices: group ? await stores.groups.voicesBeside(group.id) : 0,
      moves,
      problem,
      pool,
      meeting: of === null ? null : await stores.readings.meeting(of),
      isPooled: of !== null && (await stores.pools.versions(of)).length > 0,
      trusted: {
        held: await stores.requests.holdsOriginal(request.id),
        files: await stores.requestFiles.ofRequest(request.id),
        unsealings: await stores.unsealings.ofRequest(request.id),
        looks: await stores.unsealings.looks(request.id),
      },
    }
  })

async function poolOf(
  { pools }: Pick<Stores, 'pools'>,
  { meeting, group }: Problem,
  until: Instant | null,
): Promise<Pool | null> {
  const versions = await pools.versions(meeting)
  return (
    versions.find(
      ({ content, approvedAt }) =>
        (until === null || approvedAt <= until) && content.issues.some((issue) => issue.group === group),
    ) ?? null
  )
}
