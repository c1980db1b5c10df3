// The quarter rule while somebody types an agenda: the server says it at the start and whenever the form is sent.

const line = document.querySelector<HTMLElement>('#quarter[data-part]')
const form = line?.closest('form')
if (line && form) form.addEventListener('input', () => tell(line, form))

const presentations = ['report', 'co-report', 'film', 'greeting']

function tell(line: HTMLElement, form: HTMLFormElement): void {
  const { part, of, leave, good, bad } = line.dataset as Record<
    'part' | 'of' | 'leave' | 'good' | 'bad',
    string
  >
  const value = (name: string) =>
    form.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)?.value ?? ''
  const left = leave.split(' ')
  let used = 0
  for (
    let row = 0;
    value(`agenda.${row}.kind`) !== '' || form.querySelector(`[name="agenda.${row}.kind"]`);
    row++
  ) {
    const kind = value(`agenda.${row}.kind`)
    if (presentations.includes(kind) && !left.includes(kind))
      used += Number(value(`agenda.${row}.minutes`)) || 0
  }
  const limit = ((Number(value('minutes')) || 0) * Number(part)) / Number(of)
  const within = used <= limit
  const shown = (n: number) => n.toLocaleString(document.documentElement.lang)
  line.textContent = (within ? good : bad).replace('{used}', shown(used)).replace('{limit}', shown(limit))
  line.className = within ? 'said' : 'warn'
}
