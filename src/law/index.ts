export {
  type Act,
  ActFault,
  type Doubt,
  type Edition,
  type Example,
  type InForce,
  type NormId,
  type Provision,
} from './act.ts'
export type { Law } from './compile.ts'
export { type Covered, coverage } from './coverage.ts'
export { type Disagreement, playExample } from './play-example.ts'
export { type LawWarning, lawWarnings } from './law-warnings.ts'
export { type ReadOptions, readActs } from './read-acts.ts'
export type { Readings } from './take-readings.ts'
export { type Fact, type FactOf, type FactType, factShapes, factTypes, isFactType } from './fact.ts'
export { type FactReason, type FactRefusal, readFacts } from './read-facts.ts'
export { type Case, type OfficeInput, type PlaceInput, type RegisterInput, readCase } from './read-case.ts'
export { type FactIntake, factIntake } from './fact-intake.ts'
export type { World, WorldInput } from './world.ts'
export { prepareWorld } from './build-world.ts'
export type { Question } from './ask.ts'
export { evaluate, evaluateInSteps, explain } from './evaluate.ts'
export { type Change, type Changed, type KeptVerdicts, keepVerdicts } from './keep-verdicts.ts'
export { type OtherReading, otherReadings } from './other-readings.ts'
export { replay } from './replay.ts'
export {
  type DerivationStep,
  type Excuse,
  type Explained,
  type Mark,
  type NotApplicable,
  type Verdict,
  type VerdictKey,
  type VerdictWord,
  verdictWords,
} from './verdict.ts'
export { type FrequencyDemand, frequencyDemands } from './frequency-demands.ts'
export { type Component, type MeetingKind, componentsOf } from './components-of.ts'
export { type NoticeDays, noticeDays } from './notice-days.ts'
export { type Draft, readDraft } from './read-draft.ts'
export { factsSchema } from './facts-schema.ts'
export { akomaNtoso } from './export-akn.ts'
export { obligationsLd } from './export-jsonld.ts'
export {
  type Compliance,
  type Counts,
  type NormChange,
  type Compared,
  type Owed,
  type WhatIf,
  whatIf,
} from './what-if.ts'
