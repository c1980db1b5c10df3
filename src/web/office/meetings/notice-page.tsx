// Writing the notice: both languages side by side, with a sample made of the details.
import { catalogues } from '../../words/index.ts'
import { formats } from '../../words/format.ts'
import { FormPage, MeetingForm, type PageProps } from './meeting-frame.tsx'
import { Area, Box, type FormState } from './meeting-fields.tsx'

export function NoticePage(props: PageProps) {
  const { desk, view, returned } = props
  const { here } = desk
  const words = here.words.meetings.office
  const { kk, ru, behind } = view.meeting.notice
  const form: FormState = {
    here,
    values: { 'text.kk': kk || sampleIn('kk', props), 'text.ru': ru || sampleIn('ru', props) },
    returned,
  }
  return (
    <FormPage {...props} title={words.noticeTitle} lead={words.noticeLead}>
      {behind && <p class="warn">{words.behind[behind]}</p>}
      <MeetingForm {...props} deed="notice" button={words.save}>
        <div class="pair">
          <Area form={form} name="text.kk" label={words.noticeKk} rows={9} lang="kk" />
          <Area form={form} name="text.ru" label={words.noticeRu} rows={9} lang="ru" />
        </div>
        <Box form={form} name="same" label={words.same} hint={words.sameHint} />
      </MeetingForm>
    </FormPage>
  )
}

/** The notice as its details would say it. */
function sampleIn(language: 'kk' | 'ru', { desk, view }: PageProps): string {
  const { meeting, lineage } = view
  return catalogues[language].meetings.office.noticeSample({
    who: desk.office.name[language],
    where: catalogues[language].site.list(
      lineage.slice(0, Math.max(1, lineage.length - 1)).map(({ name }) => name[language]),
    ),
    day: formats[language].fullDay(meeting.day),
    start: meeting.start,
    venue: [meeting.details.venue.name[language], meeting.details.venue.address[language]]
      .filter((part) => part !== '')
      .join(', '),
  })
}
