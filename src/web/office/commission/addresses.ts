// Addresses of an office's commission: `/kk/office/akim.315400000/commission`.
import type { Language } from '#kernel'
import type { OfficeId } from '#territory'

export const commissionAddresses = (language: Language, office: OfficeId) => {
  const page = `/${language}/office/${office}/commission`
  return {
    page: (said?: string) => `${page}${said ? `?said=${said}` : ''}`,
    link: () => `${page}/link`,
  }
}
