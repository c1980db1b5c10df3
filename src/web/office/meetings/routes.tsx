// The pages of an office's meetings and what their forms do.
import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import type { MeetingId } from '#calendar'
import type { Stores } from '#flows'
import { type LocalDate, refuse } from '#kernel'
import { meetingOf } from '#meetings'
import type { RequestKey } from '#receipts'
import type { Unit } from '#territory'
import type { Assets } from '../../assets.ts'
import { isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { type DeskStatus, atDesk, deskFor } from '../at-desk.ts'
import { type Desk, actNow } from '../desk.ts'
import { doOnce } from '../do-deed.ts'
import { readStamp, typedOf, wordsIn } from '../read-deed.ts'
import { fileField, readSentFile, tellFile } from '../read-sent-file.ts'
import { ChangePage } from './change-page.tsx'
import { ChannelsPage } from './channels-page.tsx'
import { DetailsPage } from './details-page.tsx'
import { GuestsPage } from './guests-page.tsx'
import {
  type MeetingDeed,
  type MeetingForm,
  deedPages,
  forms,
  isDeed,
  meetingAddresses,
} from './meeting-addresses.ts'
import type { Returned } from './meeting-fields.tsx'
import type { PageProps } from './meeting-frame.tsx'
import { MeetingPage } from './meeting-page.tsx'
import { fieldOf, tellOf } from './meeting-refusals.ts'
import { openerOf, verbOf } from './meeting-verbs.ts'
import { MeetingsPage } from './meetings-page.tsx'
import { NewMeetingPage } from './new-meeting-page.tsx'
import { NoticePage } from './notice-page.tsx'
import { PublishPage } from './publish-page.tsx'
import { listMeetings } from './list-meetings.ts'
import { readMeeting } from './read-meeting.ts'
import { detailFields } from './read-meeting-forms.ts'

type Page = MeetingForm | 'meeting'

/** Where a minister goes: the regions, each with its districts and cities. */
async function visitable({ readings }: Stores, on: LocalDate): Promise<Unit[]> {
  const regions = await readings.children(null, on)
  const below = await readings.childrenOf(
    regions.map(({ code }) => code),
    on,
  )
  return regions.flatMap((region) => [region, ...below.filter(({ parent }) => parent === region.code)])
}

/** Routes below `/office/:office/meetings`. */
export function meetingRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const [show, sit] = [atDesk(house, assets, 'see-meetings'), deskFor(house, assets, 'see-meetings')]

  const meetingAnswer = (
    c: Context,
    id: MeetingId,
    page: Page,
    returned: PageProps['returned'],
    status: DeskStatus,
  ) =>
    show(
      c,
      async (desk, stores) => {
        const view = await readMeeting(stores, house.books, desk, id)
        if (!view) return null
        // Another officer was faster: the present values are shown beside what was typed.
        const stands = returned?.stands ? await standing(stores, id, returned.deed) : null
        const props = { desk, view, csrf: formToken(c), returned: returned && { ...returned, stands } }
        return page === 'meeting' ? (
          <MeetingPage {...props} law={house.books.law} said={saidOf(c, desk)} />
        ) : (
          formPage(page, props)
        )
      },
      status,
    )

  const newAnswer = (c: Context, returned: Returned | null, status: DeskStatus) =>
    show(
      c,
      async (desk, stores) => {
        if (!holdsMeetings(desk)) return null
        const { unit } = desk.office
        const { today } = desk.here
        const units = unit ? await stores.territory.subtree(unit, today) : await visitable(stores, today)
        return <NewMeetingPage desk={desk} units={units} csrf={formToken(c)} returned={returned} />
      },
      status,
    )

  routes.get('/office/:office/meetings', (c) =>
    show(c, async (desk, stores) =>
      desk.office.post === 'maslikhat' ? null : (
        <MeetingsPage desk={desk} csrf={formToken(c)} {...await listMeetings(stores, desk)} />
      ),
    ),
  )
  routes.get('/office/:office/meetings/new', (c) => newAnswer(c, null, 200))

  routes.post('/office/:office/meetings/new', async (c) => {
    const desk = await sit(c)
    if (!desk || !holdsMeetings(desk)) return missingAnswer(c, house, assets)
    const { words } = desk.here
    const typed = typedOf(await c.req.parseBody())
    const stamp = readStamp(typed)
    const read = openerOf(typed, words, desk.office.id)
    const back = (status: DeskStatus, wrong: Returned['wrong'], sentence: string | null) =>
      newAnswer(c, { typed, wrong, sentence, stands: null }, status)
    if (!stamp) return back(422, {}, words.office.wrong.form)
    if (!read.ok) return back(422, read.wrong, null)
    // The id is known before the deed, so that the answer can lead to the meeting.
    const id = house.newId() as MeetingId
    const outcome = await doOnce(c, house, desk, deedOf(desk, id, 'opened', typed, stamp.key), (stores) => {
      let first = true
      const act = actNow(house, desk.actor)
      const newId = () => (first ? ((first = false), id as string) : house.newId())
      return read.value(stores, { ...act, newId })
    })
    if (outcome.ok) return c.redirect(outcome.value, 303)
    return refused(desk, outcome.refusal, back)
  })

  routes.get('/office/:office/meetings/:meeting', (c) =>
    isName(c.req.param('meeting'))
      ? meetingAnswer(c, c.req.param('meeting') as MeetingId, 'meeting', null, 200)
      : missingAnswer(c, house, assets),
  )

  routes.get('/office/:office/meetings/:meeting/:form', (c) => {
    const [id, form] = [c.req.param('meeting'), forms.find((one) => one === c.req.param('form'))]
    return isName(id) && form
      ? meetingAnswer(c, id as MeetingId, form, null, 200)
      : missingAnswer(c, house, assets)
  })

  routes.post('/office/:office/meetings/:meeting/:deed', async (c) => {
    const [id, deed, desk] = [c.req.param('meeting') as MeetingId, c.req.param('deed'), await sit(c)]
    if (!isName(id) || !isDeed(deed) || !desk) return missingAnswer(c, house, assets)
    const { words } = desk.here
    const posted = await c.req.parseBody()
    const typed = typedOf(posted)
    const stamp = readStamp(typed)
    const sent = await readSentFile(deed === 'channels' ? posted[fileField] : null)
    const file = sent.ok ? sent.value : null
    // No browser fills a file in again.
    const again = file ? { [fileField]: words.files.again } : {}
    const back =
      (stands: Returned['stands']) =>
      (status: DeskStatus, wrong: Returned['wrong'], sentence: string | null) =>
        meetingAnswer(
          c,
          id,
          deedPages[deed],
          { deed, typed, wrong: { ...again, ...wrong }, sentence, stands },
          status,
        )
    if (!stamp) return back(null)(422, {}, words.office.wrong.form)
    const read = verbOf(house.books, deed, typed, words, { meeting: id, revision: stamp.revision, file })
    if (!sent.ok) {
      // Something was given as a proof: that there is none is not said beside it.
      const { note: _, ...wrong } = read.ok ? {} : read.wrong
      return back(null)(422, { ...wrong, [fileField]: tellFile(words.files, sent.refusal) }, null)
    }
    if (!read.ok) return back(null)(422, read.wrong, null)
    const key = { ...typed, [fileField]: file?.sha256 }
    const outcome = await doOnce(c, house, desk, deedOf(desk, id, deed, key, stamp.key), async (stores) => {
      const meeting = await meetingOf(stores.meetings, id)
      // What is another office's is not there, whoever asks.
      if (meeting && meeting.office !== desk.office.id) return refuse({ code: 'no-such-meeting' })
      return read.value(stores, actNow(house, desk.actor))
    })
    if (outcome.ok) return c.redirect(outcome.value, 303)
    return refused(desk, outcome.refusal, back(outcome.refusal.code === 'changed-meanwhile' ? {} : null))
  })

  return routes
}

type Back = (
  status: DeskStatus,
  wrong: Returned['wrong'],
  sentence: string | null,
) => Response | Promise<Response>

/** A refusal on the page of its form: at its field where it is about one, above the form otherwise. */
function refused({ here }: Desk, refusal: Parameters<typeof tellOf>[1], back: Back) {
  const { status, words } = tellOf(here.words.meetings.office, refusal)
  const field = fieldOf[refusal.code]
  return back(status, field && status === 422 ? { [field]: words } : {}, words)
}

const deedOf = (
  { here, office }: Desk,
  id: MeetingId,
  deed: MeetingDeed | 'opened',
  typed: object,
  key: RequestKey,
) => ({
  key,
  posted: wordsIn(typed),
  next: nextOf(meetingAddresses(here.language, office.id), id, deed),
})

/** Where one goes after a deed: forms that are filled again stay, the others lead back to the meeting. */
function nextOf(
  to: ReturnType<typeof meetingAddresses>,
  id: MeetingId,
  deed: MeetingDeed | 'opened',
): string {
  return deed === 'channels' || deed === 'guests' || deed === 'reply'
    ? to.form(id, deed === 'reply' ? 'guests' : deed)
    : to.meeting(id, deed)
}

/** The fields of a form as they stand now, for those of whom another was faster. */
async function standing(stores: Stores, id: MeetingId, deed: MeetingDeed): Promise<Returned['stands']> {
  const meeting = await meetingOf(stores.meetings, id)
  if (!meeting) return null
  if (deed === 'details') return detailFields(meeting)
  if (deed === 'notice') return { 'text.kk': meeting.notice.kk, 'text.ru': meeting.notice.ru }
  return deed === 'move' ? { day: meeting.day, start: meeting.start } : null
}

function formPage(page: MeetingForm, props: PageProps): VNode {
  switch (page) {
    case 'details':
      return <DetailsPage {...props} />
    case 'notice':
      return <NoticePage {...props} />
    case 'publish':
      return <PublishPage {...props} />
    case 'channels':
      return <ChannelsPage {...props} />
    case 'guests':
      return <GuestsPage {...props} />
    case 'move':
    case 'cancel':
      return <ChangePage kind={page} {...props} />
  }
}

function saidOf(c: Context, { here }: Desk): string | null {
  const said = c.req.query('said')
  const { saved } = here.words.meetings.office
  return said !== undefined && Object.hasOwn(saved, said) ? saved[said as keyof typeof saved] : null
}

/** An akim's office, or a central body whose head meets people. */
const holdsMeetings = ({ office: { unit, post } }: Desk): boolean =>
  unit !== null || post === 'minister' || post === 'central-body-head'
