// The planned time as one bar: the quarter for the report, the rest for questions and answers.
import type { Here } from '../here.ts'

type Props = { here: Here; minutes: number; report: number }

export function TimeShare({ here: { words, format }, minutes, report }: Props) {
  const share = `${((report / minutes) * 100).toFixed(1)}%`
  return (
    <div class="share">
      <p>{words.meeting.quarter(format.number(report), format.number(minutes - report))}</p>
      <svg width="100%" height="34" aria-hidden="true">
        <rect class="share-rest" width="100%" height="34" rx="3" />
        <rect class="share-report" width={share} height="34" rx="3" />
      </svg>
      <p class="share-legend small" aria-hidden="true">
        <span>
          <i class="share-report-key" /> {words.meeting.quarterReport}
        </span>
        <span>
          <i class="share-rest-key" /> {words.meeting.quarterQuestions}
        </span>
      </p>
    </div>
  )
}
