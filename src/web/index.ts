export { webApp } from './server.ts'
export { letterWriter } from './notices/letters.ts'
export type { WebHouse } from './house.ts'
export { providerOf } from './people/provider.ts'
