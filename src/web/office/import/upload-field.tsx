// The field for a list that is brought, with why it was not taken.
import type { Here } from '../../here.ts'

type Props = {
  readonly here: Here
  readonly label: string
  readonly accept: string
  readonly refused: string | null
}

export const UploadField = ({ here, label, accept, refused }: Props) => (
  <div class="field">
    <label for="file">{label}</label>
    {refused && (
      <p id="file-error" class="error">
        <span class="unseen">{here.words.form.error}</span> {refused}
      </p>
    )}
    <input
      id="file"
      name="file"
      type="file"
      required
      accept={accept}
      {...(refused ? { 'aria-describedby': 'file-error', 'aria-invalid': 'true' as const } : {})}
    />
  </div>
)
