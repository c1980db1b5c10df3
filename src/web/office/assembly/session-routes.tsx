// The addresses of a maslikhat: the days on which it sits.
import { type Context, Hono } from 'hono'
import { type Result, addDays, done, refuse } from '#kernel'
import { may } from '#people'
import type { Office, UnitCode } from '#territory'
import type { Assets } from '../../assets.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { officeAddresses } from '../addresses.ts'
import { type DeskStatus, atDesk } from '../at-desk.ts'
import type { Refused, Typed } from '../deed-form.tsx'
import { deed } from '../deed-of.ts'
import type { DeskRefusal } from '../refusals.ts'
import { postDeed } from '../post-deed.ts'
import { saidOf } from './said-of.ts'
import { SessionsPage } from './sessions.tsx'
import { day } from './read-small-forms.ts'

const takesBack = (typed: Typed) => typed['deed'] === 'unnote'

const note = deed(
  'noted',
  (typed, desk) => {
    const read = day(typed, desk)
    return read.ok ? { ok: true, value: { day: read.value, drop: takesBack(typed) } } : read
  },
  async (stores, { actor, today }, office: Office, wish): Promise<Result<unknown, DeskRefusal>> => {
    const answer = may(actor, 'note-session', { office: office.id }, today)
    if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
    if (wish.day < today) return refuse({ code: 'day-over', day: wish.day })
    const session = { office: office.id, unit: office.unit as UnitCode, day: wish.day }
    if (wish.drop) await stores.calendars.dropSession(session)
    else await stores.calendars.addSession(session)
    return done(session)
  },
)

export function sessionRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const [show, post] = [atDesk(house, assets), postDeed(house, assets)]

  const page = (c: Context, refused: Refused | null = null, status: DeskStatus = 200) =>
    show(
      c,
      async (desk, stores) => {
        const { office, here } = desk
        if (office.post !== 'maslikhat' || !office.unit) return null
        const sessions = await stores.calendars.sessions([office.unit], here.today, addDays(here.today, 800))
        return <SessionsPage {...{ desk, sessions, refused }} csrf={formToken(c)} said={saidOf(c)} />
      },
      status,
    )

  routes.get('/office/:office/sessions', (c) => page(c))
  routes.post('/office/:office/sessions', (c) =>
    post(c, {
      deed: note,
      on: (_, { office }) => office,
      next: ({ here, office }, typed) =>
        officeAddresses(here.language, office.id).sessions(takesBack(typed) ? 'unnoted' : note.said),
      again: (back, status) => page(c, { deed: 'note', ...back }, status),
    }),
  )

  return routes
}
