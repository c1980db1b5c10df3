// What can be done with what is looked at: a row of keys, each a button or a panel that opens.
import { spheres } from '#calendar'
import { levels } from '#reading'
import { setAsideReasons, shippedAnswers } from '#requests'
import { BenchForm, type BenchProps, Choice, Key, KindChoices, mayTriage } from './bench-frame.tsx'
import { titleOf } from './bench-words.ts'
import { sphereName } from '../../parts/sphere-name.ts'

export function BenchActions(props: BenchProps) {
  const { looked } = props.view
  if (!looked || !mayTriage(props.desk)) return null
  return (
    <div class="bench-actions">
      {looked.kind === 'group' ? <OfGroup {...props} /> : <KindPanel {...props} />}
      <AnswerPanel {...props} />
      <AsidePanel {...props} />
      <Undo {...props} />
    </div>
  )
}

function OfGroup(props: BenchProps) {
  const { desk, view } = props
  const { here } = desk
  const say = here.words.bench.does
  const { looked } = view
  if (looked?.kind !== 'group') return null
  const { group } = looked
  return (
    <>
      <BenchForm {...props} deed="accept">
        <button type="submit" data-key="a">
          <Key of="A" /> {say.accept}
        </button>
      </BenchForm>
      <details data-key="f">
        <summary>
          <Key of="F" /> {say.sphere}
        </summary>
        <BenchForm {...props} deed="correct" stay={group.id} class="flow">
          <div class="field">
            <label for="to-sphere">{here.words.bench.request.sphere}</label>
            <select id="to-sphere" name="sphere">
              {spheres.map((sphere) => (
                <option key={sphere} value={sphere} selected={sphere === group.sphere}>
                  {sphereName(here, sphere)}
                </option>
              ))}
            </select>
          </div>
          <button type="submit">{here.words.bench.saveKey}</button>
        </BenchForm>
      </details>
      <details data-key="l">
        <summary>
          <Key of="L" /> {say.level}
        </summary>
        <BenchForm {...props} deed="correct" stay={group.id} class="choices">
          {levels.map((level, at) => (
            <Choice
              key={level}
              name="level"
              value={level}
              digit={at + 1}
              words={here.words.ask.levels[level]}
              now={level === group.level}
            />
          ))}
        </BenchForm>
      </details>
      {group.voices === 1 && <KindPanel {...props} />}
    </>
  )
}

/** The kind is one request's: of several in a group those that are ticked have it corrected. */
function KindPanel(props: BenchProps) {
  const { looked } = props.view
  const request = looked?.kind === 'group' ? looked.members[0] : looked?.request
  if (!request) return null
  return (
    <details data-key="k">
      <summary>
        <Key of="K" /> {props.desk.here.words.bench.does.kind}
      </summary>
      <BenchForm
        {...props}
        deed="kind"
        fields={{ request: request.id, revision: request.revision }}
        class="choices"
      >
        <KindChoices here={props.desk.here} now={request.kind} />
      </BenchForm>
    </details>
  )
}

function AnswerPanel(props: BenchProps) {
  const { desk, view } = props
  const { bench } = desk.here.words
  // What is sent stands under its name, in the language of the page or in Russian.
  const tongue = desk.here.language === 'kk' ? 'kk' : 'ru'
  return (
    <details data-key="t">
      <summary>
        <Key of="T" /> {bench.does.answer}
      </summary>
      <BenchForm {...props} deed="answer" class="flow">
        <p class="hint">{bench.answerHint}</p>
        <ol class="plain answers">
          {[
            ...shippedAnswers.map((id) => ({
              id: id as string,
              ...bench.answers[id],
              words: bench.answers[id],
            })),
            ...view.templates,
          ].map(({ id, name, words }, at) => (
            <li key={id}>
              <Choice name="template" value={id} digit={at + 1} words={name} />
              <p class="soft small" lang={tongue}>
                {words[tongue]}
              </p>
            </li>
          ))}
        </ol>
        <p>
          <strong>{bench.ownAnswer}</strong>
        </p>
        <div class="field">
          <label for="answer.kk">{bench.answerKk}</label>
          <textarea id="answer.kk" name="answer.kk" rows={2} lang="kk" />
        </div>
        <div class="field">
          <label for="answer.ru">{bench.answerRu}</label>
          <textarea id="answer.ru" name="answer.ru" rows={2} lang="ru" />
        </div>
        <button type="submit">{bench.send}</button>
      </BenchForm>
    </details>
  )
}

function AsidePanel(props: BenchProps) {
  const { here } = props.desk
  const { bench } = here.words
  return (
    <details data-key="x">
      <summary>
        <Key of="X" /> {bench.does.aside}
      </summary>
      <BenchForm {...props} deed="aside" class="flow">
        <p class="hint">{bench.asideHint}</p>
        <div class="choices">
          {setAsideReasons.map((reason, at) => (
            <Choice
              key={reason}
              name="reason"
              value={reason}
              digit={at + 1}
              words={here.words.ask.receipt.setAside[reason]}
            />
          ))}
        </div>
        <div class="field">
          <label for="note">{bench.note}</label>
          <input id="note" name="note" maxLength={300} autocomplete="off" />
        </div>
      </BenchForm>
    </details>
  )
}

function Undo(props: BenchProps) {
  const { undo } = props.view
  if (!undo) return null
  const back = undo.touched.groups[0]?.id ?? undo.touched.requests[0]?.before.id
  return (
    <BenchForm {...props} deed="undo" fields={{ deed: undo.id }} {...(back ? { stay: back } : {})}>
      <button type="submit" class="button-second" data-key="u">
        <Key of="U" /> {props.desk.here.words.bench.does.undo}
      </button>
    </BenchForm>
  )
}

/** What is alike by nothing is not merged by one key out of habit: it has its digit only. */
const isLikely = (surety: number) => Math.round(surety * 100) > 0

/** Groups that this one may belong to, likeliest first; a key each. */
export function Candidates(props: BenchProps) {
  const { desk, view } = props
  const { here } = desk
  const { bench } = here.words
  const { looked } = view
  if (looked?.kind !== 'group') return null
  return (
    <section class="flow" aria-labelledby="candidates">
      <h3 id="candidates">{bench.candidates}</h3>
      {!looked.candidates?.length ? (
        <p class="soft">{looked.candidates ? bench.noCandidates : bench.candidatesLater}</p>
      ) : (
        <ol class="plain rows">
          {looked.candidates.map(({ group, surety }, at) => (
            <li key={group.id}>
              <span class="row-name">
                {titleOf(here, group)}{' '}
                <span class="soft small">
                  {bench.voices(group.voices)} · {sphereName(here, group.sphere)} ·{' '}
                  {bench.alike(Math.round(surety * 100))}
                </span>
              </span>
              {mayTriage(desk) && (
                <BenchForm
                  {...props}
                  deed="merge"
                  fields={{ other: group.id, otherRevision: group.revision }}
                >
                  <button
                    type="submit"
                    class="button-second"
                    data-digit={at + 1}
                    {...(at === 0 && isLikely(surety) ? { 'data-key': 'm' } : {})}
                  >
                    <Key of={at === 0 && isLikely(surety) ? 'M' : String(at + 1)} /> {bench.does.merge}
                  </button>
                </BenchForm>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
