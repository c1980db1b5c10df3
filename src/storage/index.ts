export { type StorageOptions, openStorage } from './storage.ts'
