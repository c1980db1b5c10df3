// All tables, each declared in the file of its store.
import type { Transaction } from 'kysely'
import type { AttemptTables } from './attempt-store.ts'
import type { CalendarTables } from './calendar-rows.ts'
import type { DeniedTables } from './denied-store.ts'
import type { FactorTables } from './factor-store.ts'
import type { HolidayTables } from './holiday-store.ts'
import type { ImportTables } from './import-store.ts'
import type { InvitationTables } from './invitation-store.ts'
import type { JournalTables } from './journal-store.ts'
import type { OutboxTables } from './outbox-store.ts'
import type { MapTables } from './map-store.ts'
import type { MeetingTables } from './meeting-rows.ts'
import type { PartTables } from './part-store.ts'
import type { PeopleTables } from './people-store.ts'
import type { PlanningTables } from './planning-store.ts'
import type { ReceiptTables } from './receipt-store.ts'
import type { ScheduleTables } from './schedule-rows.ts'
import type { SessionTables } from './session-store.ts'
import type { TerritoryTables } from './territory-store.ts'

export type Tables = CalendarTables &
  HolidayTables &
  ImportTables &
  JournalTables &
  MeetingTables &
  PartTables &
  ReceiptTables &
  TerritoryTables &
  MapTables &
  PeopleTables &
  FactorTables &
  InvitationTables &
  DeniedTables &
  PlanningTables &
  ScheduleTables &
  SessionTables &
  AttemptTables &
  OutboxTables

/** What a store is made over: one open transaction. */
export type Trx = Transaction<Tables>
