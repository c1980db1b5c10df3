// Where places lie, from CSV files with the columns code, lat and lon; other columns are left alone.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Result, done, refuse } from '#kernel'
import type { Point } from '#planner'
import { csvRows } from '#territory'

export type PointsRead = {
  readonly points: ReadonlyMap<string, Point>
  /** Rows without a code or a point on the globe. */
  readonly refused: number
}

const names = ['code', 'lat', 'lon'] as const

/** Reads points by code; of several files the first that knows a code counts. */
export function readPoints(paths: readonly string[]): Result<PointsRead, string> {
  const points = new Map<string, Point>()
  let refused = 0
  for (const path of paths) {
    let text: string
    try {
      text = readFileSync(path, 'utf8')
    } catch {
      return refuse(`${path}: cannot be read`)
    }
    let columns: readonly number[] | undefined
    for (const { cells } of csvRows(text)) {
      if (!columns) {
        columns = names.map((name) => (typeof cells === 'string' ? -1 : cells.indexOf(name)))
        const missing = names.filter((_, turn) => columns![turn]! < 0)
        if (missing.length > 0) return refuse(`${basename(path)}: no column ${missing.join(', ')}`)
        continue
      }
      if (typeof cells === 'string') {
        refused += 1
        continue
      }
      const [code, lat, lon] = columns.map((at) => cells[at]?.trim() ?? '') as [string, string, string]
      const [latitude, longitude] = [Number(lat), Number(lon)]
      const good =
        code !== '' && lat !== '' && lon !== '' && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
      if (!good) refused += 1
      else if (!points.has(code)) points.set(code, { latitude, longitude })
    }
  }
  return done({ points, refused })
}
