// A meeting is moved on the month grid by mouse, pen or keyboard; the server says at once what that breaks and costs.
// Without this script the same is done on the page of the meeting.

type Effect = {
  readonly title: string
  readonly breaks: readonly string[]
  readonly costs: readonly string[]
  readonly can: boolean
}

/** Pixels before a press becomes a drag. */
const slack = 6
/** Milliseconds on a day before the server is asked. */
const patience = 60
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

const grid = document.querySelector<HTMLTableElement>('table.month[data-movable]')
const panel = document.querySelector<HTMLFormElement>('#drag-panel')
if (grid && panel) movable(grid, panel)

function movable(grid: HTMLTableElement, panel: HTMLFormElement): void {
  const part = <T extends Element>(selector: string): T => panel.querySelector<T>(selector)!
  const [day, start, reason] = ['day', 'start', 'reason'].map((name) =>
    part<HTMLInputElement>(`[name=${name}]`),
  ) as [HTMLInputElement, HTMLInputElement, HTMLInputElement]
  const title = part<HTMLElement>('[data-title]')
  const save = part<HTMLButtonElement>('[type=submit]')
  const cells = [...grid.querySelectorAll<HTMLElement>('td[data-day]')]

  let held: HTMLAnchorElement | null = null
  let over: HTMLElement | null = null
  let pressed: { link: HTMLAnchorElement; x: number; y: number } | null = null
  let dragging = false
  let asked: AbortController | null = null
  let timer = 0

  for (const hint of document.querySelectorAll<HTMLElement>('[data-drag-hint]')) hint.hidden = false

  const linkAt = (target: EventTarget | null): HTMLAnchorElement | null =>
    target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-meeting]') : null

  function hold(link: HTMLAnchorElement): void {
    letGo()
    held = link
    link.classList.add('held')
    part<HTMLElement>('[data-what]').textContent = link.textContent
    panel.action = link.href
    part<HTMLInputElement>('[name=seen]').value = link.dataset['seen'] ?? ''
    start.value = link.dataset['start'] ?? ''
    reason.value = ''
    panel.hidden = false
    panel.classList.add('passing')
    goTo(link.closest<HTMLElement>('td[data-day]'))
  }

  function goTo(cell: HTMLElement | null): void {
    if (!cell || cell === over) return
    over?.classList.remove('drop-here')
    over = cell
    cell.classList.add('drop-here')
    // The panel stands on the other side, so that it hides no day one is looking at.
    panel.classList.toggle('aside', (cell as HTMLTableCellElement).cellIndex > 3)
    day.value = cell.dataset['day']!
    ask()
  }

  /** Puts it down: what remains is the reason and the button, or taking it back. */
  function settle(): void {
    held?.classList.remove('held')
    panel.classList.remove('passing')
    reason.focus()
  }

  function letGo(): void {
    asked?.abort()
    clearTimeout(timer)
    held?.classList.remove('held')
    over?.classList.remove('drop-here')
    held = over = pressed = null
    dragging = false
    grid.classList.remove('dragging')
    panel.classList.remove('passing')
    panel.hidden = true
  }

  function ask(): void {
    asked?.abort()
    clearTimeout(timer)
    if (!held || day.value === '' || start.value === '') return
    const query = new URLSearchParams({
      meeting: held.dataset['meeting']!,
      day: day.value,
      start: start.value,
    })
    const mine = (asked = new AbortController())
    title.textContent = panel.dataset['asking']!
    timer = window.setTimeout(async () => {
      try {
        const answer = await fetch(`${panel.dataset['effect']}?${query}`, { signal: mine.signal })
        if (!answer.ok || answer.redirected) throw new Error()
        tell((await answer.json()) as Effect)
      } catch {
        if (!mine.signal.aborted) tell({ title: panel.dataset['failed']!, breaks: [], costs: [], can: true })
      }
    }, patience)
  }

  function tell({ title: words, breaks, costs, can }: Effect): void {
    title.textContent = words
    list('[data-breaks]', breaks)
    list('[data-costs]', costs)
    save.disabled = !can
  }

  function list(selector: string, lines: readonly string[]): void {
    const place = part<HTMLElement>(selector)
    place.replaceChildren(
      ...lines.map((line) => {
        const item = document.createElement('li')
        item.textContent = line
        return item
      }),
    )
    place.closest<HTMLElement>('[data-part]')!.hidden = lines.length === 0
  }

  grid.addEventListener('dragstart', (event) => event.preventDefault())
  grid.addEventListener('pointerdown', (event) => {
    const link = linkAt(event.target)
    if (link && event.button === 0 && event.pointerType !== 'touch')
      pressed = { link, x: event.clientX, y: event.clientY }
  })
  window.addEventListener('pointermove', (event) => {
    if (!pressed) return
    if (!dragging) {
      if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < slack) return
      const { link } = pressed
      hold(link)
      pressed = { link, x: event.clientX, y: event.clientY }
      dragging = true
      grid.classList.add('dragging')
    }
    const under = document.elementFromPoint(event.clientX, event.clientY)
    goTo(under?.closest<HTMLElement>('td[data-day]') ?? null)
  })
  window.addEventListener('pointerup', () => {
    const { link } = pressed ?? {}
    pressed = null
    if (!dragging) return
    dragging = false
    grid.classList.remove('dragging')
    // The click that follows would open the page of the meeting.
    window.addEventListener('click', (event) => event.preventDefault(), { capture: true, once: true })
    setTimeout(() => {
      if (over && link && over !== link.closest('td[data-day]')) settle()
      else letGo()
    })
  })
  window.addEventListener('pointercancel', letGo)

  grid.addEventListener('keydown', (event) => {
    const link = linkAt(event.target)
    if (!link) return
    if (event.key === ' ') {
      event.preventDefault()
      if (held === link) settle()
      else hold(link)
    } else if (held === link && event.key === 'Enter') {
      event.preventDefault()
      settle()
    } else if (held === link && steps[event.key] !== undefined) {
      event.preventDefault()
      const next = cells.indexOf(over!) + steps[event.key]!
      goTo(cells[next] ?? null)
      over?.scrollIntoView({ block: 'nearest' })
    }
  })
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && held) backToLink()
  })
  function backToLink(): void {
    const link = held
    letGo()
    link?.focus()
  }
  part<HTMLButtonElement>('[data-cancel]').addEventListener('click', backToLink)
  day.addEventListener('input', ask)
  start.addEventListener('input', ask)
}
