// Where an office searches: `/kk/office/akim.315400000/search?q=…`, and where what it found stands.
import type { Language } from '#kernel'
import type { GroupId, RequestId } from '#requests'
import type { OfficeId } from '#territory'

export const searchAddresses = (language: Language, office: OfficeId) => {
  const desk = `/${language}/office/${office}`
  return {
    search: (q?: string) => `${desk}/search${q ? `?q=${encodeURIComponent(q)}` : ''}`,
    request: (id: RequestId) => `${desk}/requests/${encodeURIComponent(id)}`,
    group: (id: GroupId) => `${desk}/requests/groups/${encodeURIComponent(id)}`,
  }
}
