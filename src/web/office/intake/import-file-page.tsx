// One file of requests: what its columns mean, what each row means or what is wrong in it, and the button that takes it in.
import { type ImportFault, type ImportOutcome, importChannelsOf, importFields } from '#requests'
import { localDay } from '#territory'
import type { Here } from '../../here.ts'
import { HiddenFields } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { benchAddresses } from '../bench/bench-addresses.ts'
import { OfficeFrame } from '../frame.tsx'
import { ColumnsForm, Select } from '../import/columns-form.tsx'
import { Group } from '../meetings/meeting-fields.tsx'
import { intakeAddresses } from './intake-addresses.ts'
import { meetingName } from './meeting-choices.ts'
import { type ImportView, isReady } from './open-import.ts'
import { zones } from './read-import-forms.ts'
import { unitChoices } from '../unit-choices.ts'

type Props = {
  readonly desk: Desk
  readonly csrf: string
  readonly view: ImportView
  readonly running: boolean
  readonly said: boolean
  readonly refused: string | null
}

/** Faulty rows on the page; all of them are in the download. */
const mostFaults = 100

export function ImportFilePage(props: Props) {
  const { desk, csrf, view, running, said, refused } = props
  const { here, office } = desk
  const { file } = view
  const words = here.words.intake.importing
  const to = intakeAddresses(here.language, office.id)
  return (
    <OfficeFrame desk={desk} section="requests" title={file.name} csrf={csrf} refused={refused !== null}>
      <p>
        <a href={to.imports()}>{words.title}</a>
      </p>
      <h1 class="as-written">{file.name}</h1>
      {refused && (
        <p class="error" role="alert">
          {refused}
        </p>
      )}
      {running ? (
        <div class="said flow" role="status">
          <p>{words.running}</p>
          <p>
            <a class="button" href={to.file(file.id)}>
              {words.refresh}
            </a>
          </p>
        </div>
      ) : file.outcome ? (
        <TakenIn {...props} outcome={file.outcome} said={said} />
      ) : (
        <>
          <Preview {...props} />
          <ReadingForm {...props} />
          <form class="row-deed" method="post" action={to.fileDeed(file.id, 'drop')}>
            <HiddenFields csrf={csrf} revision={file.revision} />
            <button type="submit" class="button-second">
              {here.words.import.drop}
            </button>
          </form>
        </>
      )}
    </OfficeFrame>
  )
}

function TakenIn({
  desk,
  view: { file, names },
  outcome,
  said,
}: Props & { readonly outcome: ImportOutcome }) {
  const { here, office } = desk
  const words = here.words.intake.importing
  const to = intakeAddresses(here.language, office.id)
  return (
    <>
      {said && (
        <p class="said" role="status">
          {words.imported}
        </p>
      )}
      <p>{words.outcome(outcome.taken, outcome.known, outcome.faulty)}</p>
      {outcome.meeting && <p>{words.taken(names.get(outcome.meeting)!)}</p>}
      {outcome.elsewhere > 0 && <p>{words.elsewhere(outcome.elsewhere)}</p>}
      {outcome.late > 0 && <p>{words.lateTaken(outcome.late)}</p>}
      {outcome.rows.length > 0 && (
        <>
          <p>
            <a class="button" href={benchAddresses(here.language, office.id).bench()}>
              {words.sort}
            </a>
          </p>
          <p>
            <a href={to.receipts(file.id)} download>
              {words.receipts}
            </a>
            <br />
            <span class="soft small">{words.receiptsHint}</span>
          </p>
        </>
      )}
      <Faults
        here={here}
        href={to.faults(file.id)}
        faults={outcome.faults.map((fault) => ({ ...fault, words: '' }))}
      />
    </>
  )
}

type FaultyLine = ImportFault & { readonly line: number }

/** What is wrong in a row, in words: the field, and what stood there. */
export const tellFault = ({ words }: Here, { field, code, words: stood }: ImportFault) => {
  const say = words.intake.importing
  return {
    field: field ? say.fields[field] : '',
    reason: stood ? words.import.stood(stood, say.faults[code]) : say.faults[code],
  }
}

function Faults({
  here,
  href,
  faults,
}: {
  readonly here: Here
  readonly href: string
  readonly faults: readonly FaultyLine[]
}) {
  const words = here.words.import
  if (faults.length === 0) return null
  return (
    <>
      <p>
        <a href={href} download>
          {words.faultsFile}
        </a>
      </p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{words.fieldHead}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {faults.slice(0, mostFaults).map((fault, at) => {
            const { field, reason } = tellFault(here, fault)
            return (
              <tr key={at}>
                <th scope="row">{fault.line}</th>
                <td>{field}</td>
                <td class="error">{reason}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {faults.length > mostFaults && <p class="soft">{words.shown(mostFaults, faults.length)}</p>}
    </>
  )
}

function Preview({ desk, csrf, view }: Props) {
  const { here, office } = desk
  const { file, lines, known, masked, units, meetings, names } = view
  const { format, language } = here
  const words = here.words.intake.importing
  const to = intakeAddresses(language, office.id)
  const rows = lines.flatMap(({ line, row }) => (row ? [{ line, row }] : []))
  const fresh = new Set(rows.map(({ row }) => row.externalId).filter((id) => !known.has(id))).size
  const faulty = lines.length - rows.length
  const late = rows.filter(({ row }) => row.late && !known.has(row.externalId)).length
  if (lines.length === 0) return <p class="warn">{words.refused['field-missing']}</p>
  return (
    <section class="flow" id="lines">
      <h2>{here.words.import.previewTitle}</h2>
      <p>{words.preview(fresh, rows.length - fresh, faulty)}</p>
      {late > 0 && <p>{words.late(late)}</p>}
      {fresh > 0 && isReady(file.reading) && (
        <form class="next-step flow" method="post" action={to.fileDeed(file.id, 'take')}>
          <HiddenFields csrf={csrf} revision={file.revision} />
          <p>{words.takeLead}</p>
          <Select
            id="meeting"
            label={here.words.intake.meeting}
            chosen=""
            choices={[
              { value: '', label: here.words.intake.noMeeting },
              ...meetings.map((one) => ({ value: one.id, label: meetingName(here, one) })),
            ]}
          />
          <button type="submit">{words.take(fresh)}</button>
        </form>
      )}
      {!isReady(file.reading) && <p class="warn">{words.refused.source}</p>}
      <Faults
        here={here}
        href={to.faults(file.id)}
        faults={lines.flatMap(({ line, faults }) => faults.map((fault) => ({ ...fault, line })))}
      />
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{here.words.import.line}</th>
            <th scope="col">{here.words.import.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {rows
            .filter(({ line }) => masked.has(line))
            .map(({ line, row }) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                <td>
                  <strong>
                    {format.day(localDay(row.receivedAt, row.unit))},{' '}
                    {units.find(({ code }) => code === row.unit)?.name[language] ?? row.unit}
                  </strong>
                  {known.has(row.externalId) && (
                    <span class="soft"> ({words.known(names.get(known.get(row.externalId)!) ?? '')})</span>
                  )}
                  {row.late && <span class="soft"> ({words.lateMark})</span>}
                  <br />
                  {masked.get(line)!.slice(0, 300)}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {rows.length > masked.size && <p class="soft">{here.words.import.shown(masked.size, rows.length)}</p>}
    </section>
  )
}

function ReadingForm({ desk, csrf, view: { file, units } }: Props) {
  const { here, office } = desk
  const words = here.words.intake.importing
  const { reading } = file
  return (
    <ColumnsForm
      {...{ here, csrf, file }}
      action={intakeAddresses(here.language, office.id).fileDeed(file.id, 'columns')}
      columns={reading.columns}
      fields={importFields.map((field) => [field, words.fields[field]] as const)}
    >
      <Group legend={words.aboutTitle}>
        <div class="pair">
          <div class="field">
            <label for="source">{words.source}</label>
            <p class="hint" id="source-hint">
              {words.sourceHint}
            </p>
            <input
              id="source"
              name="source"
              maxLength={40}
              value={reading.source}
              aria-describedby="source-hint"
            />
          </div>
          <Select
            id="channel"
            label={words.channel}
            chosen={reading.channel}
            choices={importChannelsOf(office.post).map((value) => ({ value, label: words.channels[value] }))}
          />
          <Select
            id="place"
            label={words.place}
            chosen={reading.place ?? office.unit ?? ''}
            choices={[
              ...(office.unit ? [] : [{ value: '', label: words.noPlace }]),
              ...unitChoices(units, here.language).map(([value, label]) => ({ value, label })),
            ]}
          />
          <Select
            id="zone"
            label={words.zone}
            chosen={reading.zone}
            choices={zones.map((value) => ({ value, label: words.zones[value] }))}
          />
          <div class="field">
            <label for="format">{words.format}</label>
            <p class="hint" id="format-hint">
              {words.formatHint}
            </p>
            <input
              id="format"
              name="format"
              maxLength={30}
              value={reading.days[0] ?? ''}
              aria-describedby="format-hint"
            />
          </div>
          <div class="field">
            <label for="closes">{words.closes}</label>
            <input id="closes" name="closes" type="date" value={reading.closes ?? ''} />
          </div>
        </div>
      </Group>
    </ColumnsForm>
  )
}
