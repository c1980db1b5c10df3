// Addresses of what residents say, behind the sign-in: `/kk/office/akim.315400000/demands/d-1/decide`.
import type { Language } from '#kernel'
import type { DemandId, PollId, RiskId } from '#meetings'
import type { OfficeId } from '#territory'

export type DemandDeed = 'judge' | 'draft' | 'decide' | 'meet'

export const voiceAddresses = (language: Language, office: OfficeId) => {
  const desk = `/${language}/office/${office}`
  const said = (path: string, word?: string | null) => (word ? `${path}?said=${word}` : path)
  return {
    all: (word?: string | null) => said(`${desk}/demands`, word),
    demand: (id: DemandId, word?: string | null) => said(`${desk}/demands/${encodeURIComponent(id)}`, word),
    deed: (id: DemandId, deed: DemandDeed) => `${desk}/demands/${encodeURIComponent(id)}/${deed}`,
    newRisk: () => `${desk}/risks/new`,
    risk: (id: RiskId, word?: string | null) => said(`${desk}/risks/${encodeURIComponent(id)}`, word),
    newPoll: () => `${desk}/polls/new`,
    poll: (id: PollId, word?: string | null) => said(`${desk}/polls/${encodeURIComponent(id)}`, word),
  }
}
