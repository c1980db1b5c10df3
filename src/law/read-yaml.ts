// One YAML file, read against its schema; what is wrong is named with line and column.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LineCounter, isMap, isNode, isPair, isScalar, parseDocument, visit } from 'yaml'
import type { Document } from 'yaml'
import type { z } from 'zod'
import { ActFault } from './act.ts'
import { plainFault } from './plain-fault.ts'

export type Path = readonly (string | number)[]

export type Source<T> = {
  readonly value: T
  readonly lineOf: (path: Path) => number
  /** Throws an `ActFault` at the place of this path. */
  readonly fault: (path: Path, reason: string) => never
}

export function readYaml<T>(dir: string, file: string, schema: z.ZodType<T>): Source<T> {
  if (!existsSync(join(dir, file))) throw new ActFault(file, 1, 1, 'missing')
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(join(dir, file), 'utf8'), {
    lineCounter: lines,
    prettyErrors: false,
  })
  const [wrong] = document.errors
  if (wrong) {
    const { line, col } = lines.linePos(wrong.pos[0])
    throw new ActFault(file, line, col, `not YAML: ${wrong.message}`)
  }
  const place = (path: Path) => lines.linePos(offsetOf(document, path))
  const fault = (path: Path, reason: string): never => {
    const { line, col } = place(path)
    throw new ActFault(file, line, col, `${path.length ? `${path.join('.')}: ` : ''}${reason}`)
  }
  const empty = emptyIn(document)
  if (empty !== undefined) {
    const { line, col } = lines.linePos(empty.offset)
    throw new ActFault(
      file,
      line,
      col,
      `${empty.key}: nothing stands here; write null where nothing is meant`,
    )
  }
  const written: unknown = document.toJS()
  const read = schema.safeParse(written)
  if (!read.success) {
    const { path, reason } = plainFault(read.error.issues, written)
    return fault(
      path.map((part) => (typeof part === 'number' ? part : String(part))),
      reason,
    )
  }
  return { value: read.data, lineOf: (path) => place(path).line, fault }
}

/** The first member without a value: an end that was forgotten must not pass for none. */
function emptyIn(document: Document.Parsed): { key: string; offset: number } | undefined {
  let found: { key: string; offset: number } | undefined
  visit(document, {
    Pair: (_, { key, value }) => {
      const bare = value === null || (isScalar(value) && value.value === null && !value.source)
      if (!bare || !isScalar(key)) return undefined
      found = { key: String(key.value), offset: key.range?.[0] ?? 0 }
      return visit.BREAK
    },
  })
  return found
}

/** Where the path leads in the text, or as far along it as there is something. */
function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const above: unknown = document.getIn(path.slice(0, length - 1), true)
    if (isMap(above)) {
      const pair = above.items.find((item) => isPair(item) && String(item.key) === String(path[length - 1]))
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0]
    }
    const node: unknown = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return document.contents?.range[0] ?? 0
}
