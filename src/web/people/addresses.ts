// Addresses of accounts, invitations and the people of an office.
import type { Language } from '#kernel'
import type { OfficeId } from '#territory'

export const peopleAddresses = (language: Language) => ({
  account: (at: { said?: string } = {}) =>
    `/${language}/account${at.said === undefined ? '' : `?said=${at.said}`}`,
  accountDeed: (deed: string) => `/${language}/account/${deed}`,
  factor: (next?: string | null) =>
    `/${language}/sign-in/factor${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  factorLost: () => `/${language}/sign-in/factor/lost`,
  passkey: (deed: string) => `/${language}/sign-in/factor/passkey/${deed}`,
  provider: (deed: 'start' | 'bind') => `/${language}/sign-in/provider/${deed}`,
  invitation: (token: string) => `/${language}/invitation/${token}`,
  /** The people of an office, seen from the desk of the same or another. */
  people: (desk: OfficeId, of: OfficeId = desk, said?: string) =>
    `/${language}/office/${desk}/people${of === desk ? '' : `/${of}`}${said === undefined ? '' : `?said=${said}`}`,
  peopleDeed: (desk: OfficeId, of: OfficeId, deed: string) =>
    `/${language}/office/${desk}/people/${of}/${deed}`,
  denied: (desk: OfficeId) => `/${language}/office/${desk}/denied`,
})
