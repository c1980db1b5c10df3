// The stores of all rooms over one transaction: a new store is one line here and one in `Stores`.
import type { Stores } from '#flows'
import { attemptStore } from './attempt-store.ts'
import { budgetStore } from './budget-store.ts'
import { challengeStore } from './challenge-store.ts'
import { calendarStore } from './calendar-store.ts'
import { commissionStore } from './commission-store.ts'
import { demandStore, riskStore } from './demand-store.ts'
import { deniedStore } from './denied-store.ts'
import { factorStore } from './factor-store.ts'
import { fileStore } from './file-store.ts'
import {
  findableDemands,
  findableGroups,
  findablePools,
  findableProblems,
  findableRequests,
} from './findable.ts'
import { holidayStore } from './holiday-store.ts'
import { importStore } from './import-store.ts'
import { invitationStore } from './invitation-store.ts'
import { journalStore } from './journal-store.ts'
import type { KeptEntries } from './kept-entries.ts'
import { meetingStore } from './meeting-store.ts'
import { nationalReadings } from './national-readings.ts'
import { outboxStore } from './outbox-store.ts'
import { mapStore } from './map-store.ts'
import { partStore } from './part-store.ts'
import { peopleStore } from './people-store.ts'
import { planningStore } from './planning-store.ts'
import { pollStore } from './poll-store.ts'
import { poolStore } from './pool-store.ts'
import { problemStore } from './problem-store.ts'
import { publicReadings } from './public-readings.ts'
import { receiptStore } from './receipt-store.ts'
import { registerStore } from './register-store.ts'
import { requestImportStore } from './request-import-store.ts'
import { groupStore, requestStore } from './request-store.ts'
import { requestFileStore } from './request-file-store.ts'
import { scheduleStore } from './schedule-store.ts'
import { searchStore } from './search-store.ts'
import { sessionStore } from './session-store.ts'
import type { Trx } from './tables.ts'
import { triageStore } from './triage-store.ts'
import { territoryStore } from './territory-store.ts'
import { unsealingStore } from './unsealing-store.ts'

/** For office work, in the role `app`. */
export const storesOver = (trx: Trx, kept: KeptEntries): Stores => ({
  calendars: calendarStore(trx),
  parts: partStore(trx),
  holidays: holidayStore(trx),
  imports: importStore(trx),
  journal: journalStore(trx, 'entries', kept),
  meetings: meetingStore(trx),
  files: fileStore(trx),
  polls: pollStore(trx),
  triage: triageStore(trx),
  demands: findableDemands(trx, demandStore(trx)),
  risks: riskStore(trx),
  requests: findableRequests(trx, requestStore(trx)),
  requestFiles: requestFileStore(trx),
  unsealings: unsealingStore(trx),
  requestImports: requestImportStore(trx),
  groups: findableGroups(trx, groupStore(trx)),
  pools: findablePools(trx, poolStore(trx)),
  problems: findableProblems(trx, problemStore(trx)),
  readings: publicReadings(trx),
  search: searchStore(trx),
  national: nationalReadings(trx),
  receipts: receiptStore(trx),
  budgets: budgetStore(trx),
  challenges: challengeStore(trx),
  territory: territoryStore(trx),
  register: registerStore(trx),
  map: mapStore(trx),
  people: peopleStore(trx),
  commissions: commissionStore(trx),
  planning: planningStore(trx),
  schedules: scheduleStore(trx),
  sessions: sessionStore(trx),
  attempts: attemptStore(trx),
  factors: factorStore(trx),
  invitations: invitationStore(trx),
  denied: deniedStore(trx),
  outbox: outboxStore(trx),
})

/** For public pages, in the role `public_read`: only what is published can be reached. */
export const publicStoresOver = (trx: Trx, kept: KeptEntries): Stores => ({
  ...storesOver(trx, kept),
  journal: journalStore(trx, 'public_entries', kept),
})
