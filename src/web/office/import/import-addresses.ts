// Where the old is brought along, and who may: `/kk/office/akim.315400000/import`.
import type { Language } from '#kernel'
import { may } from '#people'
import { type OfficeId, akimOffice } from '#territory'
import type { Desk } from '../desk.ts'

export const importAddresses = (language: Language, office: OfficeId) => {
  const all = `/${language}/office/${office}/import`
  return {
    all: () => all,
    template: (of: 'kk' | 'ru') => `${all}/template-${of}.csv`,
    file: (id: string, said?: string) => `${all}/${id}${said ? `?said=${said}` : ''}`,
    deed: (id: string, deed: 'columns' | 'take' | 'drop') => `${all}/${id}/${deed}`,
    faults: (id: string) => `${all}/${id}/faults.csv`,
  }
}

/** Whether somebody who may bring the list of an akim's office sits here; other offices have none to bring. */
export const mayImport = ({ actor, office, here }: Desk): boolean =>
  office.unit !== null &&
  office.id === akimOffice(office.unit) &&
  may(actor, 'import-old', { office: office.id }, here.today).yes
