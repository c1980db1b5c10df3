export { webApp } from './server.ts'
export type { WebHouse } from './house.ts'
