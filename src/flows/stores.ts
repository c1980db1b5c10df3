// What the flows and the faces know of storage: the ports of all rooms, and how a transaction is opened.
import type {
  CalendarStore,
  HolidayStore,
  ImportStore,
  PartStore,
  PlanningStore,
  ScheduleStore,
} from '#calendar'
import type { FileStore } from '#files'
import type { JournalStore } from '#journal'
import type { Result } from '#kernel'
import type { DemandStore, MeetingStore, PollStore, RiskStore } from '#meetings'
import type { OutboxStore, SubscriptionStore } from '#notices'
import type {
  AttemptStore,
  CommissionStore,
  DeniedStore,
  FactorStore,
  InvitationStore,
  PeopleStore,
  SessionStore,
} from '#people'
import type { ProblemStore } from '#problems'
import type { BudgetStore, ChallengeStore, ReceiptStore } from '#receipts'
import type {
  GroupStore,
  OriginalStore,
  PoolStore,
  RequestFileStore,
  RequestImportStore,
  RequestStore,
  TriageStore,
  UnsealingStore,
} from '#requests'
import type { MapStore, RegisterStore, TerritoryStore } from '#territory'
import type { NationalReadings } from './national-readings.ts'
import type { PublicReadings } from './readings.ts'
import type { SearchReadings } from './search-readings.ts'

/** Every room's port, over one open transaction. */
export type Stores = {
  readonly calendars: CalendarStore
  readonly parts: PartStore
  readonly holidays: HolidayStore
  readonly imports: ImportStore
  readonly journal: JournalStore
  readonly meetings: MeetingStore
  readonly files: FileStore
  readonly polls: PollStore
  readonly demands: DemandStore
  readonly risks: RiskStore
  readonly requests: RequestStore
  readonly requestImports: RequestImportStore
  readonly requestFiles: RequestFileStore
  readonly unsealings: UnsealingStore
  readonly groups: GroupStore
  readonly triage: TriageStore
  readonly pools: PoolStore
  readonly problems: ProblemStore
  readonly readings: PublicReadings
  readonly search: SearchReadings
  readonly national: NationalReadings
  readonly receipts: ReceiptStore
  readonly budgets: BudgetStore
  readonly challenges: ChallengeStore
  readonly territory: TerritoryStore
  readonly register: RegisterStore
  readonly map: MapStore
  readonly people: PeopleStore
  readonly commissions: CommissionStore
  readonly planning: PlanningStore
  readonly schedules: ScheduleStore
  readonly sessions: SessionStore
  readonly attempts: AttemptStore
  readonly factors: FactorStore
  readonly invitations: InvitationStore
  readonly denied: DeniedStore
  readonly outbox: OutboxStore
}

/** What lies in the sealed schema: addresses of those who asked to be told, and what masks hide. */
export type SealedStores = {
  readonly subscriptions: SubscriptionStore
  readonly originals: OriginalStore
}

/** On whose behalf: the database shows and takes only what this person and these offices may see. */
export type Acting = { readonly person: string | null; readonly offices: readonly string[] }

export type Storage = {
  /**
   * One verb, one transaction: a refusal rolls it back, and the value is returned only after the commit.
   * After a deadlock the verb runs again, so it must do nothing but use the stores.
   */
  transaction<T, R>(acting: Acting, verb: (stores: Stores) => Promise<Result<T, R>>): Promise<Result<T, R>>
  /** Reads for office pages, all of one moment. */
  readOffice<T>(acting: Acting, verb: (stores: Stores) => Promise<T>): Promise<T>
  /** Reads for public pages, all of one moment, in a role that sees only what is published. */
  readPublic<T>(verb: (stores: Stores) => Promise<T>): Promise<T>
  /** Sealed things in a transaction of their own, in a role that reaches nothing else. */
  sealed<T>(verb: (sealed: SealedStores) => Promise<T>): Promise<T>
  close(): Promise<void>
}
