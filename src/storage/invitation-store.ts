import type { Instant, LocalDate } from '#kernel'
import type { Invitation, InvitationHash, InvitationStore, PersonId, Role } from '#people'
import type { OfficeId } from '#territory'
import { ask } from './people-store.ts'
import type { Trx } from './tables.ts'

export type InvitationTables = {
  invitations: {
    hash: InvitationHash
    office: OfficeId
    role: Role
    from_day: LocalDate
    to_day: LocalDate | null
    name: string
    invited_by: PersonId
    invited_at: Instant
    expires_at: Instant
    taken_by: PersonId | null
    taken_at: Instant | null
    withdrawn_at: Instant | null
  }
}

const invitationFrom = (row: InvitationTables['invitations']): Invitation => ({
  hash: row.hash,
  office: row.office,
  role: row.role,
  from: row.from_day,
  to: row.to_day,
  name: row.name,
  invitedBy: row.invited_by,
  invitedAt: row.invited_at,
  expiresAt: row.expires_at,
  takenAt: row.taken_at,
  withdrawnAt: row.withdrawn_at,
})

export const invitationStore = (trx: Trx): InvitationStore => ({
  async add(invitation) {
    await ask(trx, invitation.hash)
    await trx
      .insertInto('invitations')
      .values({
        hash: invitation.hash,
        office: invitation.office,
        role: invitation.role,
        from_day: invitation.from,
        to_day: invitation.to,
        name: invitation.name,
        invited_by: invitation.invitedBy,
        invited_at: invitation.invitedAt,
        expires_at: invitation.expiresAt,
        taken_by: null,
        taken_at: null,
        withdrawn_at: null,
      })
      .execute()
  },

  async find(hash) {
    await ask(trx, hash)
    const row = await trx.selectFrom('invitations').selectAll().where('hash', '=', hash).executeTakeFirst()
    return row ? invitationFrom(row) : null
  },

  async take(hash, { by, at }) {
    await ask(trx, hash)
    const taken = await trx
      .updateTable('invitations')
      .set({ taken_by: by, taken_at: at })
      .where('hash', '=', hash)
      .where('taken_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    return taken.numUpdatedRows === 1n
  },

  async withdraw(hash, office, at) {
    await ask(trx, office)
    const withdrawn = await trx
      .updateTable('invitations')
      .set({ withdrawn_at: at })
      .where('hash', '=', hash)
      .where('office', '=', office)
      .where('taken_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    return withdrawn.numUpdatedRows === 1n
  },

  async openOf(office, at) {
    await ask(trx, office)
    const rows = await trx
      .selectFrom('invitations')
      .selectAll()
      .where('office', '=', office)
      .where('taken_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where('expires_at', '>', at)
      .orderBy('invited_at', 'desc')
      .execute()
    return rows.map(invitationFrom)
  },
})
