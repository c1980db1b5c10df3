// A thread of the planner: problems in, outcomes out, nothing kept between them.
import { parentPort } from 'node:worker_threads'
import { planYear } from './plan-year.ts'
import type { Answer, Task } from './workers.ts'

parentPort?.on('message', ({ problems, stepsPerVisit }: Task) => {
  const answer: Answer = problems.map((problem) => planYear(problem, { stepsPerVisit }))
  // The rule means windows; a thread has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(answer)
})
