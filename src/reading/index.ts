export { type CleanText, cleanText } from './clean-text.ts'
export { foldLetters } from './fold-letters.ts'
export { type Concept, type Level, type Lexicon, levels, makeLexicon } from './lexicon.ts'
export { type NameList, makeNameList } from './name-list.ts'
export { type GazetteerPlace, PlaceNames } from './place-names.ts'
export type { Place, PlaceKind } from './find-places.ts'
export { type Kind, kinds } from './find-kind.ts'
export type { RequestLanguage } from './find-language.ts'
export { type PersonalSpan, type PersonalType, findPersonalData, maskPersonalData } from './personal-data.ts'
export { type ReadingContext, type RequestReading, readRequest } from './read-request.ts'
export { type Features, featuresOf } from './grouping/features-of.ts'
export { type GroupReason, Grouper, type Grouping } from './grouping/group-requests.ts'
export { quoteReason } from './quote-reason.ts'
export {
  type AnalysedRequest,
  type Knowledge,
  type RequestText,
  analyseRequests,
} from './analyse-requests.ts'
export { type NamesShown, namesShown } from './names-shown.ts'
export { type KeptReading, packReading, unpackReading } from './grouping/kept-reading.ts'
export { type ShippedKnowledge, readKnowledge, shippedKnowledge } from './read-knowledge.ts'
export { type Correction, type Taught, learn, nothingTaught } from './learn.ts'
export { type SearchTerm, searchTerms, searchVersion } from './search/search-terms.ts'
export {
  type SearchPart,
  type SearchQuery,
  type SearchWord,
  readSearchQuery,
  withWords,
} from './search/search-query.ts'
export { type Piece, markFound } from './search/mark-found.ts'
export { nearestWord } from './search/near-word.ts'
export { keysOf } from './search/word-keys.ts'
export { type TopicName, type TopicNames, readSphereNames, readTopicNames, topicOf } from './topic-names.ts'
export { coverHouses } from './find-addresses.ts'
