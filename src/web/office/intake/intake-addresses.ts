// Where requests are entered and brought in: `/kk/office/akim.315400000/requests/new`.
import type { Language } from '#kernel'
import { type Verb, may } from '#people'
import { type OfficeId, meetsPeople } from '#territory'
import type { Desk } from '../desk.ts'

export const intakeAddresses = (language: Language, office: OfficeId) => {
  const all = `/${language}/office/${office}/requests`
  const imports = `${all}/import`
  return {
    imports: () => imports,
    file: (id: string, said?: string) => `${imports}/${id}${said ? `?said=${said}` : ''}`,
    fileDeed: (id: string, deed: 'columns' | 'take' | 'drop') => `${imports}/${id}/${deed}`,
    faults: (id: string) => `${imports}/${id}/faults.csv`,
    receipts: (id: string) => `${imports}/${id}/receipts.csv`,
    enter: (meeting?: string) => `${all}/new${meeting ? `?meeting=${encodeURIComponent(meeting)}` : ''}`,
  }
}

/** Whether who sits here may do this with the requests of this office. */
export const mayTakeIn = (
  { actor, office, here }: Desk,
  verb: Extract<Verb, 'enter-request' | 'import-requests'>,
): boolean => meetsPeople(office.post) && may(actor, verb, { office: office.id }, here.today).yes
