export { type ApiHouse, apiApp } from './api.ts'
