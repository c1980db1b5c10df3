export { type Command, readArguments, usage } from './arguments.ts'
export { importTerritory } from './import-territory.ts'
export { type LawCheckOptions, lawCheck } from './law-check.ts'
export { verdicts } from './verdicts.ts'
