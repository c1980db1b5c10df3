export { type Command, readArguments, usage } from './arguments.ts'
export { importTerritory } from './import-territory.ts'
