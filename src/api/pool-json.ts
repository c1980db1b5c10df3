// A pool and a problem issue as the API gives them.
import type { Problem } from '#problems'
import type { Pool } from '#requests'

/** The newest version word for word, and what there was before it. */
export const poolJson = (versions: readonly [Pool, ...Pool[]]) => {
  const [{ meeting, number, approvedAt, signed, sha256, content }] = versions
  return {
    meeting: meeting as string,
    number,
    approved_at: approvedAt as string,
    signed,
    sha256,
    content: {
      ...content,
      issues: content.issues.map((issue) => ({
        ...issue,
        channels: [...issue.channels] as string[],
        reasons: [...issue.reasons],
        quotes: [...issue.quotes],
        earlier: [...issue.earlier],
      })),
    },
    versions: versions.map((version) => ({
      number: version.number,
      approved_at: version.approvedAt as string,
      sha256: version.sha256,
    })),
  }
}

export const problemJson = ({
  id,
  state,
  stateAt,
  openedAt,
  title,
  office,
  unit,
  region,
  meeting,
  sphere,
  level,
  body,
  funding,
  voices,
}: Problem) => ({
  id: id as string,
  state,
  state_at: stateAt as string,
  opened_at: openedAt as string,
  title,
  office: office as string,
  unit: unit as string,
  region: region as string,
  meeting: meeting as string,
  sphere,
  level,
  body,
  funding,
  voices,
})
