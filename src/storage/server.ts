// A PostgreSQL server as the rest of storage sees it: how to connect, in which role.
import type { ClientConfig } from 'pg'
import type { RunTimeRole } from './roles.ts'

export type Server = {
  readonly kind: 'embedded' | 'given'
  /** How to reach a database in a role; without a name, the product's own database. */
  connection(role: RunTimeRole | 'owner', database?: string): ClientConfig
}
