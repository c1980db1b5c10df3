// The same as `planOffices` on several threads: wave by wave, an office a task, the same bytes whatever the number.
import { Worker } from 'node:worker_threads'
import { type Effort, usualEffort } from './anneal.ts'
import {
  type Coordination,
  type OfficePlan,
  type OfficeProblem,
  datesOf,
  openDiary,
  wavesOf,
} from './diary.ts'
import { planYear } from './plan-year.ts'
import type { PlanProblem } from './plan-problem.ts'

export type Task = { readonly problems: readonly PlanProblem[]; readonly stepsPerVisit: number }
export type Answer = readonly OfficePlan['outcome'][]

export type Parallel = {
  /** Threads beside this one; 0: all is done here, with a pause after each office. */
  readonly workers: number
  readonly effort?: Pick<Effort, 'stepsPerVisit'>
  /** Plans known from an earlier run: they are taken as they are. */
  readonly known?: ReadonlyMap<string, OfficePlan['outcome']>
  /** Told of each plan as soon as it is there, with the problem it answers: the order may differ from run to run. */
  readonly planned?: (plan: OfficePlan, problem: PlanProblem) => void
}

/** Offices handed to a thread at once. */
const batch = 24

/** Plans in waves; the answer is in the order of `offices` and does not depend on `workers`. */
export async function planOfficesOnThreads(
  offices: readonly OfficeProblem[],
  coordination: Coordination,
  { workers, effort = usualEffort, known, planned }: Parallel,
): Promise<OfficePlan[]> {
  const diary = openDiary(coordination)
  const plans = new Map<OfficeProblem, OfficePlan>()
  const threads = Array.from({ length: workers }, openThread)
  try {
    for (const wave of wavesOf(offices)) {
      const open: { office: OfficeProblem; problem: PlanProblem }[] = []
      for (const office of wave) {
        const outcome = known?.get(office.office)
        if (outcome) plans.set(office, { office: office.office, outcome })
        else open.push({ office, problem: diary.problemOf(office) })
      }
      const take = ({ office, problem }: (typeof open)[number], outcome: OfficePlan['outcome']) => {
        const plan = { office: office.office, outcome }
        plans.set(office, plan)
        planned?.(plan, problem)
      }
      if (threads.length > 0) await share(open, threads)
      else
        for (const one of open) {
          take(one, planYear(one.problem, effort))
          await breath()
        }
      for (const office of wave) diary.enter(office, datesOf(plans.get(office)!))

      async function share(list: typeof open, hands: typeof threads): Promise<void> {
        let next = 0
        // The last batches are small, so that no thread waits long for another.
        const size = Math.max(1, Math.min(batch, Math.ceil(list.length / (4 * hands.length))))
        await Promise.all(
          hands.map(async (thread) => {
            while (next < list.length) {
              const some = list.slice(next, (next += size))
              const { stepsPerVisit } = effort
              const answer = await thread.ask({ problems: some.map(({ problem }) => problem), stepsPerVisit })
              for (const [turn, one] of some.entries()) take(one, answer[turn]!)
            }
          }),
        )
      }
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.end()))
  }
  return offices.map((office) => plans.get(office)!)
}

/** Lets whatever else waits for this thread have its turn: a page is not kept waiting for a whole region. */
const breath = (): Promise<void> => new Promise((go) => setImmediate(go))

function openThread() {
  const worker = new Worker(new URL('./plan-thread.ts', import.meta.url), {
    // Problems are small and short-lived: a small heap is swept sooner. 500 places need less than a third of it.
    resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 },
    // What the process was started with (loaders of pages) is of no use here.
    execArgv: [],
  })
  return {
    ask: (task: Task): Promise<Answer> =>
      new Promise((resolve, reject) => {
        const settle = () => worker.off('message', arrived).off('error', failed)
        const arrived = (answer: Answer) => (settle(), resolve(answer))
        const failed = (fault: unknown) => (settle(), reject(fault))
        worker.on('message', arrived).on('error', failed)
        // The rule means windows; a thread has no origin.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        worker.postMessage(task)
      }),
    end: () => worker.terminate(),
  }
}
