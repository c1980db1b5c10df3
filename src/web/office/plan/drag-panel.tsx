// What a hand that drags is shown: the new day, what it breaks and costs, the reason, the button. Only script opens it.
import type { CalendarView } from '../read-calendar.ts'
import { Field, HiddenFields } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { officeAddresses } from '../addresses.ts'
import { planAddresses } from './plan-addresses.ts'

type Props = { readonly desk: Desk; readonly view: CalendarView; readonly csrf: string }

export function DragPanel({ desk: { here, office }, view, csrf }: Props) {
  const { office: words, plan } = here.words
  return (
    <>
      <p class="hint" id="drag-hint" data-drag-hint hidden>
        {plan.drag.hint}
      </p>
      <form
        class="drag-panel deed flow"
        id="drag-panel"
        method="post"
        action={officeAddresses(here.language, office.id).calendar(view.year)}
        hidden
        novalidate
        data-effect={planAddresses(here.language, office.id, view.year).effect()}
        data-asking={plan.drag.asking}
        data-failed={plan.drag.failed}
      >
        <HiddenFields csrf={csrf} revision={view.calendar!.revision} />
        <input type="hidden" name="seen" value="" />
        <h3 data-what>{plan.drag.title}</h3>
        <div class="effect" role="status">
          <p>
            <strong data-title></strong>
          </p>
          <div data-part hidden>
            <p>{plan.breaksTitle}</p>
            <ul data-breaks></ul>
          </div>
          <div data-part hidden>
            <p>{plan.costsTitle}</p>
            <ul data-costs></ul>
          </div>
        </div>
        <div class="row-fields">
          <Field
            here={here}
            id="drag-day"
            name="day"
            label={words.moveDay}
            input={{ type: 'date', min: `${view.year}-01-01`, max: `${view.year}-12-31` }}
          />
          <Field here={here} id="drag-start" name="start" label={words.moveStart} input={{ type: 'time' }} />
        </div>
        <Field
          here={here}
          id="drag-reason"
          name="reason"
          label={words.moveReason}
          hint={words.moveReasonHint}
          input={{ maxLength: 500 }}
        />
        <p class="buttons">
          <button type="submit">{words.moveButton}</button>{' '}
          <button type="button" class="button-second" data-cancel>
            {plan.drag.cancel}
          </button>
        </p>
      </form>
    </>
  )
}
