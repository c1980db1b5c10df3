export { type Attachment, type FileId, type FileStore, type Sniffed, kinds } from './attachment.ts'
export { type Clean, type FileRefusal, mostBytes, mostPixels } from './clean.ts'
export { readFile } from './read-file.ts'
