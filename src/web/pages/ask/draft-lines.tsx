// What the script of the form says of drafts: hidden until it has something to say.
import type { Here } from '../../here.ts'

export const DraftOffered = ({ here }: { here: Here }) => {
  const say = here.words.ask.draft
  return (
    <div id="draft" class="said" hidden>
      <p>{say.offered}</p>
      <p class="buttons">
        <button type="button" data-restore>
          {say.restore}
        </button>{' '}
        <button type="button" class="button-second" data-erase>
          {say.erase}
        </button>
      </p>
    </div>
  )
}

export const DraftKept = ({ here }: { here: Here }) => {
  const say = here.words.ask.draft
  return (
    <>
      <p id="kept" class="hint" hidden>
        {say.kept}{' '}
        <button type="button" class="link" data-erase>
          {say.erase}
        </button>
      </p>
      <p id="erased" class="hint" role="status" hidden>
        {say.erased}
      </p>
    </>
  )
}
