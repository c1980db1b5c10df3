// Addresses of what is sealed of one request: `/kk/office/akim.315400000/requests/q-1/unseal`.
import type { FileId } from '#files'
import type { Language } from '#kernel'
import type { RequestId, UnsealingId } from '#requests'
import type { OfficeId } from '#territory'

/** What an office below asks to see, at the desk of who stands in for its second person. */
export const belowUnsealing = (language: Language, desk: OfficeId, of: OfficeId, id: UnsealingId): string =>
  `/${language}/office/${desk}/below/${of}/unsealings/${encodeURIComponent(id)}`

export const unsealAddresses = (language: Language, office: OfficeId, request: RequestId) => {
  const own = `/${language}/office/${office}/requests/${encodeURIComponent(request)}`
  const deed = (id: UnsealingId, name: 'allow' | 'look') => `${own}/unseal/${encodeURIComponent(id)}/${name}`
  return {
    /** The request itself, on the bench. */
    request: () => own,
    page: (said?: 'asked' | 'allowed') => `${own}/unseal${said ? `?said=${said}` : ''}`,
    allow: (id: UnsealingId) => deed(id, 'allow'),
    look: (id: UnsealingId) => deed(id, 'look'),
    file: (id: FileId) => `${own}/files/${encodeURIComponent(id)}`,
  }
}
