export type { Acting, Storage, Stores } from './stores.ts'
