// Where places lie, from CSV files with the columns code, lat and lon; other columns are left alone.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Result, done, refuse } from '#kernel'
import { type Point, type PointRow, firstOfEach, readPointFile } from '#territory'
import { fileWords } from './import-words.ts'

export type PointsRead = {
  readonly points: ReadonlyMap<string, Point>
  /** Rows without a code or a point in the country. */
  readonly refused: number
}

/** Reads points by code; of several files the first that knows a code counts. */
export function readPoints(paths: readonly string[]): Result<PointsRead, string> {
  const rows: PointRow[] = []
  let refused = 0
  for (const path of paths) {
    let bytes: Buffer
    try {
      bytes = readFileSync(path)
    } catch {
      return refuse(`${path}: cannot be read`)
    }
    const read = readPointFile(basename(path), bytes)
    if (!read.ok) return refuse(fileWords(read.refusal))
    rows.push(...read.value.rows)
    refused += read.value.refused.length
  }
  return done({ points: new Map(firstOfEach(rows).rows.map(({ unit, point }) => [unit, point])), refused })
}
