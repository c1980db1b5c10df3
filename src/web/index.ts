export { webApp } from './server.ts'
export type { WebHouse } from './house.ts'
export type { CalendarFilter, PublicMeeting, PublicReadings, PublishedCalendar } from './readings.ts'
