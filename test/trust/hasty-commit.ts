// Preloaded, a seeded defect for P1: every commit is said to be done a moment before it is.
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

const { query } = Client.prototype as { query(...args: unknown[]): unknown }
const committing = new WeakMap<object, Promise<unknown>>()

Client.prototype.query = function (this: Client, ...args: unknown[]): unknown {
  const late = () => query.apply(this, args) as Promise<unknown>
  const before = committing.get(this)
  if (args[0] === 'commit') {
    committing.set(
      this,
      sleep(300)
        .then(late)
        .catch(() => {})
        .finally(() => committing.delete(this)),
    )
    return Promise.resolve({ command: 'COMMIT', rows: [] })
  }
  return before ? before.then(late) : late()
} as typeof Client.prototype.query
