// Which meetings a rule speaks of, and who bears the duty.
import type { Post } from '#territory'
import { type MeetingScope, postsOf } from '../rule.ts'
import { type Bearer, type Meeting, type World, publicFacts } from '../world.ts'
import type { Day } from '../days.ts'
import type { MeetingJudge } from './norm.ts'

type Bound = Pick<MeetingJudge, 'scope' | 'of' | 'byHolder' | 'bearers' | 'when'>

export function ofMeeting(rule: MeetingScope, posts: ReadonlySet<Post>): Bound {
  const of = rule.meetings ? new Set(postsOf(rule.meetings.of)) : posts
  return {
    scope: 'meeting',
    of,
    byHolder: (rule.meetings?.borne_by ?? 'holder') === 'holder',
    bearers: bearersBy(rule.meetings?.borne_by ?? 'holder', posts),
    when: whenOf(rule),
  }
}

function bearersBy(by: NonNullable<MeetingScope['meetings']>['borne_by'], posts: ReadonlySet<Post>) {
  const among = (offices: readonly Bearer[] | undefined) =>
    (offices ?? []).filter(({ post }) => posts.has(post))
  switch (by) {
    case 'holder':
      return (_: World, meeting: Meeting) => [meeting.holder]
    case 'akim-of-unit':
      return (world: World, { unit }: Meeting) => (unit ? among(world.officesOfUnit.get(unit.code)) : [])
    case 'akim-of-region':
      return (world: World, { unit }: Meeting) =>
        unit ? among(world.officesOfUnit.get(unit.region.code)) : []
    case 'office':
      return (world: World) => [...posts].flatMap((post) => world.officesByPost.get(post) ?? [])
  }
}

function whenOf({ when }: MeetingScope): MeetingJudge['when'] {
  if (!when) return null
  const { report, vc_needed, in_calendar, unit_kinds, risk, first_months } = when
  return (world, meeting, asOf) =>
    (!report || meeting.fact.report === true) &&
    (!vc_needed || meeting.fact.vc_needed === true) &&
    (!in_calendar || meeting.fact.in_calendar) &&
    (!unit_kinds || (meeting.unit !== null && unit_kinds.includes(meeting.unit.kind))) &&
    (!first_months || Number(meeting.fact.day.slice(5, 7)) <= first_months) &&
    (!risk || answersRisk(world, meeting, asOf, risk))
}

function answersRisk(world: World, meeting: Meeting, asOf: Day, flags: readonly string[]): boolean {
  const { answers } = meeting.fact
  if (!answers?.length) return false
  return publicFacts(world, 'risk-identified').some(({ fact, day }) => {
    const risk = fact as { id?: string; [flag: string]: unknown }
    return day <= asOf && answers.includes(risk.id!) && flags.every((flag) => risk[flag] === true)
  })
}
