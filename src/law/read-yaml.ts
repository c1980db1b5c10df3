// One YAML file, read against its schema; what is wrong is named with line and column.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LineCounter, isMap, isNode, isPair, parseDocument } from 'yaml'
import type { Document } from 'yaml'
import type { z } from 'zod'
import { ActFault } from './act.ts'

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
  const read = schema.safeParse(document.toJS())
  if (!read.success) {
    const { path, message } = deepest(read.error.issues)
    return fault(
      path.map((part) => (typeof part === 'number' ? part : String(part))),
      message,
    )
  }
  return { value: read.data, lineOf: (path) => place(path).line, fault }
}

/** Of a union's complaints the one that got furthest says most. */
function deepest(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue {
  const flat = issues.flatMap((issue) =>
    issue.code === 'invalid_union' && issue.errors.some((errors) => errors.length > 0)
      ? issue.errors.map((errors) => {
          const inner = deepest(errors)
          return { ...inner, path: [...issue.path, ...inner.path] }
        })
      : [issue],
  )
  return flat.reduce((best, issue) => (issue.path.length > best.path.length ? issue : best))
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
