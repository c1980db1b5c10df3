// One spreadsheet: what its columns mean, what each line means or what is wrong in it, and the button that takes it.
import { type ImportFile, type OldLine, oldChannels, oldFields, oldForms } from '#calendar'
import type { ReadOld } from '#flows'
import type { Here } from '../../here.ts'
import { HiddenFields } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { Group } from '../meetings/meeting-fields.tsx'
import { ColumnsForm, Select } from './columns-form.tsx'
import { importAddresses } from './import-addresses.ts'

type Props = {
  readonly desk: Desk
  readonly csrf: string
  readonly file: ImportFile
  readonly read: ReadOld
  readonly said: boolean
  readonly refused: string | null
}

/** Lines on the page; those at fault come first, all of them are in the download. */
const most = 200

export function ImportFilePage(props: Props) {
  const { desk, csrf, file, said, refused } = props
  const { here, office } = desk
  const words = here.words.import
  const to = importAddresses(here.language, office.id)
  const title = words.fileTitle(file.name)
  return (
    <OfficeFrame desk={desk} section="meetings" title={title} csrf={csrf} refused={refused !== null}>
      <p>
        <a href={to.all()}>{words.back}</a>
      </p>
      <h1>{title}</h1>
      {said && file.outcome && (
        <p class="said" role="status">
          {words.imported}
        </p>
      )}
      {refused && (
        <p class="error" role="alert">
          {refused}
        </p>
      )}
      {file.outcome && <p>{words.outcome(file.outcome.taken, file.outcome.known, file.outcome.faulty)}</p>}
      {!file.outcome && <ReadingForm {...props} />}
      <Preview {...props} />
      {!file.outcome && (
        <form class="row-deed" method="post" action={to.deed(file.id, 'drop')}>
          <HiddenFields csrf={csrf} revision={file.revision} />
          <button type="submit" class="button-second">
            {words.drop}
          </button>
        </form>
      )}
    </OfficeFrame>
  )
}

function ReadingForm({ desk, csrf, file }: Props) {
  const { here, office } = desk
  const words = here.words.import
  const { columns, assumed } = file.reading
  return (
    <ColumnsForm
      {...{ here, csrf, file, columns }}
      action={importAddresses(here.language, office.id).deed(file.id, 'columns')}
      fields={oldFields.map((field) => [field, words.fields[field]] as const)}
    >
      <Group legend={words.assumedTitle}>
        <p class="hint">{words.assumedLead}</p>
        <div class="row-fields">
          <div class="field">
            <label for="start">{words.assumed.start}</label>
            <input id="start" name="start" type="time" value={assumed.start ?? ''} />
          </div>
          <div class="field">
            <label for="minutes">{words.assumed.minutes}</label>
            <input
              id="minutes"
              name="minutes"
              inputMode="numeric"
              maxLength={3}
              value={assumed.minutes === null ? '' : String(assumed.minutes)}
            />
          </div>
          <Select
            id="form"
            label={words.assumed.form}
            chosen={assumed.form ?? ''}
            choices={[
              { value: '', label: words.formByPlace },
              ...oldForms.map((value) => ({ value, label: words.forms[value] })),
            ]}
          />
          <Select
            id="channel"
            label={words.assumed.channel}
            chosen={assumed.channel ?? ''}
            choices={[
              { value: '', label: words.notSaid },
              ...oldChannels.map((value) => ({ value, label: words.channels[value] })),
            ]}
          />
          <Select
            id="past"
            label={words.assumed.past}
            chosen={assumed.past}
            choices={(['held', 'planned'] as const).map((value) => ({ value, label: words.past[value] }))}
          />
        </div>
        <label class="check" for="in-calendar">
          <input id="in-calendar" type="checkbox" name="in-calendar" value="1" checked={assumed.inCalendar} />{' '}
          {words.assumed.inCalendar}
        </label>
      </Group>
    </ColumnsForm>
  )
}

function Preview({ desk, csrf, file, read }: Props) {
  const { here, office } = desk
  const words = here.words.import
  const to = importAddresses(here.language, office.id)
  const faulty = read.lines.filter(({ meeting }) => !meeting)
  const told = read.lines.filter(({ meeting }) => meeting)
  const fresh = told.filter(({ meeting }) => !read.known.has(meeting!.id)).length
  const shown = [...faulty, ...told].slice(0, most)
  return (
    <section class="flow" id="lines">
      <h2>{words.previewTitle}</h2>
      <p>{words.counts(fresh, told.length - fresh, faulty.length)}</p>
      {!file.outcome && fresh > 0 && (
        <form class="next-step flow" method="post" action={to.deed(file.id, 'take')}>
          <HiddenFields csrf={csrf} revision={file.revision} />
          <p>{words.takeLead}</p>
          <p>{words.years(read.years.join(', '))}</p>
          <button type="submit">{words.take(fresh)}</button>
        </form>
      )}
      {faulty.length > 0 && (
        <p>
          <a href={to.faults(file.id)} download>
            {words.faultsFile}
          </a>
        </p>
      )}
      {shown.length < read.lines.length && <p class="soft">{words.shown(shown.length, read.lines.length)}</p>}
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{words.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.line}>
              <th scope="row">{line.line}</th>
              <td>
                {line.meeting ? (
                  <Meaning here={here} line={line} read={read} imported={file.outcome !== null} />
                ) : (
                  <ul class="plain">
                    {faultLines(here, line).map(({ field, reason }) => (
                      <li key={field + reason} class="error">
                        {field && <strong>{field}: </strong>}
                        {reason}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Faults whose words lead to what helps; the others judge what stood in the cell. */
const follows: ReadonlySet<OldLine['faults'][number]['code']> = new Set([
  'place-ambiguous',
  'place-not-then',
  'same-line',
])

/** The faults of a line in words: the field, and what is wrong with what stood there. */
export const faultLines = ({ words }: Here, { faults }: OldLine) =>
  faults.map(({ field, code, words: stood }) => ({
    field: field ? words.import.fields[field] : '',
    reason: !stood
      ? words.import.faults[code]
      : follows.has(code)
        ? `${words.import.faults[code]}: ${stood}`
        : words.import.stood(stood, words.import.faults[code]),
  }))

type MeaningProps = {
  readonly here: Here
  readonly line: OldLine
  readonly read: ReadOld
  readonly imported: boolean
}

function Meaning({ here, line, read, imported }: MeaningProps) {
  const { format, language } = here
  const words = here.words.import
  const { id, day, start, unit, minutes, form, status, inCalendar, notice, resultsDay } = line.meeting!
  const parts = [
    words.forms[form],
    words.statuses[status],
    words.minutesOf(minutes),
    inCalendar ? words.inCalendar : words.outsideCalendar,
    ...(notice ? [`${words.noticed(format.day(notice.day))} (${words.channels[notice.channel]})`] : []),
    ...(resultsDay ? [words.results(format.day(resultsDay))] : []),
  ]
  return (
    <>
      <strong>
        {format.fullDay(day)}, {start}, {read.units.get(unit)?.name[language] ?? unit}
      </strong>
      <br />
      {parts.join('; ')}
      {!imported && (
        <>
          {' '}
          <span class="soft">({read.known.has(id) ? words.known : words.fresh})</span>
        </>
      )}
    </>
  )
}
