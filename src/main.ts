// The door of the product: reads the command and the environment, opens what the command needs, and nothing else.
import { resolve } from 'node:path'
import { pino } from 'pino'
import { commands, mistake, readArguments, usage } from '#cli'
import { logLevel, readSettings } from './settings.ts'

const { env } = process
const cwd = env['KEZDESU_CWD'] ?? process.cwd()
const args = process.argv.slice(2)
const command = readArguments(args, cwd)
/** Not from `serve.ts`: a command that reads files needs neither server nor database. */
const root = resolve(import.meta.dirname, '..')
const home = env['KEZDESU_HOME'] ? resolve(cwd, env['KEZDESU_HOME']) : resolve(root, 'var')
/** Readings of the law's doubts that this installation chose instead of the defaults. */
const readingsFile = resolve(home, 'readings.yaml')
const databaseUrl = env['DATABASE_URL'] || undefined
const log = pino({ name: 'kezdesu', level: logLevel(env) }, pino.destination(2))
const print = (line: string) => void process.stdout.write(`${line}\n`)
// Whoever reads may stop reading (`| head`).
process.stdout.on('error', (fault: NodeJS.ErrnoException) => process.exit(fault.code === 'EPIPE' ? 0 : 1))

switch (command.name) {
  case 'help': {
    const word = args.find((one) => !one.startsWith('-'))
    if (command.wrong === undefined) process.stdout.write(usage(word))
    else process.stderr.write(mistake(command.wrong, word))
    process.exitCode = command.wrong === undefined ? 0 : 2
    break
  }
  case 'serve':
    await serveUntilStopped(command.empty)
    break
  case 'import-territory': {
    const [{ importTerritory }, { openStorage }, { wordsOf }, { localDay }, { instantOf }] =
      await Promise.all([
        commands.importTerritory(),
        import('#storage'),
        import('./serve.ts'),
        import('#territory'),
        import('#kernel'),
      ])
    const storage = await openStorage({ home, databaseUrl, log: wordsOf(log) })
    try {
      const today = localDay(instantOf(Date.now()), null)
      process.exitCode = await importTerritory(storage, command, {
        today,
        clock: () => performance.now(),
        print,
      })
    } finally {
      await storage.close()
    }
    break
  }
  case 'import-points':
  case 'import-borders': {
    const [{ importBorderFiles, importPointFiles }, { openStorage }, { chance, wordsOf }, { instantOf }] =
      await Promise.all([commands.importMap(), import('#storage'), import('./serve.ts'), import('#kernel')])
    const storage = await openStorage({ home, databaseUrl, log: wordsOf(log) })
    try {
      const importFiles = command.name === 'import-points' ? importPointFiles : importBorderFiles
      process.exitCode = await importFiles(storage, command.wish, {
        ...chance,
        at: instantOf(Date.now()),
        print,
      })
    } finally {
      await storage.close()
    }
    break
  }
  case 'import-requests': {
    const settings = readSettings(env)
    if (!settings.ok) {
      failed(settings.refusal)
      break
    }
    const [
      { importRequestsFile },
      { openStorage },
      { chance, wordsOf },
      { openSealBox },
      { instantOf },
      { officeReaders },
      { readKnowledge },
      { sealNonceBytes },
      { randomBytes },
    ] = await Promise.all([
      commands.importRequests(),
      import('#storage'),
      import('./serve.ts'),
      import('./notices-clock.ts'),
      import('#kernel'),
      import('#flows'),
      import('#reading'),
      import('#notices'),
      import('node:crypto'),
    ])
    const storage = await openStorage({ home, databaseUrl, log: wordsOf(log) })
    try {
      const box = openSealBox(home, settings.value.notices.sealKey)
      process.exitCode = await importRequestsFile(storage, command.wish, {
        ...chance,
        house: {
          readers: officeReaders(readKnowledge),
          seal: (words) => box.sealOriginal(words, new Uint8Array(randomBytes(sealNonceBytes))),
          mark: box.mark,
        },
        at: instantOf(Date.now()),
        print,
      })
    } finally {
      await storage.close()
    }
    break
  }
  case 'account': {
    const [{ account }, { openStorage }, { chance, wordsOf }, { localDay }, { instantOf }] =
      await Promise.all([
        commands.account(),
        import('#storage'),
        import('./serve.ts'),
        import('#territory'),
        import('#kernel'),
      ])
    const storage = await openStorage({ home, databaseUrl, log: wordsOf(log) })
    try {
      const at = instantOf(Date.now())
      process.exitCode = await account(storage, command.wish, {
        ...chance,
        at,
        today: localDay(at, null),
        print,
      })
    } finally {
      await storage.close()
    }
    break
  }
  case 'verdicts': {
    const [{ verdicts }, { readActs }] = await Promise.all([commands.verdicts(), import('#law')])
    process.exitCode = await verdicts(
      readActs(resolve(root, 'acts'), { readingsFile }),
      process.stdin,
      process.stdout,
      process.stderr,
    )
    break
  }
  case 'verdicts-of-register': {
    const [{ verdictsOfRegister }, { readActs }, { createWriteStream }, { finished }] = await Promise.all([
      commands.verdictsOfRegister(),
      import('#law'),
      import('node:fs'),
      import('node:stream/promises'),
    ])
    const law = readActs(resolve(root, 'acts'), { readingsFile })
    const file = command.out === undefined ? null : createWriteStream(command.out)
    process.exitCode = await verdictsOfRegister(law, command, file ?? process.stdout, process.stderr)
    if (file) await finished(file.end())
    break
  }
  case 'plan-pvrp': {
    const { planPvrp } = await commands.planPvrp()
    const complain = (line: string) => void process.stderr.write(`${line}\n`)
    process.exitCode = planPvrp(command.wish, { print, complain })
    break
  }
  case 'plan-nation': {
    const [{ planNation }, { readActs }, { readHolidays }, { instantOf }, { availableParallelism }] =
      await Promise.all([
        commands.planNation(),
        import('#law'),
        import('#calendar'),
        import('#kernel'),
        import('node:os'),
      ])
    process.exitCode = await planNation(readActs(resolve(root, 'acts'), { readingsFile }), command.wish, {
      holidays: readHolidays(resolve(root, 'data/holidays.yaml')),
      workers: availableParallelism(),
      clock: () => performance.now(),
      now: instantOf(Date.now()),
      origin: env['KEZDESU_ORIGIN'] ?? 'http://localhost:3000',
      errors: process.stderr,
    })
    break
  }
  case 'what-if': {
    const { whatIfCommand } = await commands.whatIf()
    const complain = (line: string) => void process.stderr.write(`${line}\n`)
    process.exitCode = await whatIfCommand(command, {
      acts: resolve(root, 'acts'),
      readingsFile,
      print,
      complain,
    })
    break
  }
  case 'analyse': {
    const { analyse } = await commands.analyse()
    const complain = (line: string) => void process.stderr.write(`${line}\n`)
    process.exitCode = await analyse('/dev/stdin', command.territory, { print, complain })
    break
  }
  case 'may': {
    const { permissions } = await commands.permissions()
    permissions(print)
    break
  }
  case 'law-words': {
    const [{ lawWords }, { readActs }] = await Promise.all([commands.lawWords(), import('#law')])
    lawWords(readActs(resolve(root, 'acts')), print)
    break
  }
  case 'law-export': {
    const [{ lawExport }, { readActs }] = await Promise.all([commands.lawExport(), import('#law')])
    const law = readActs(resolve(root, 'acts'), { readingsFile })
    process.exitCode = lawExport(law, command.format, command.out, print)
    break
  }
  case 'law-check': {
    const { lawCheck } = await commands.lawCheck()
    process.exitCode = lawCheck(command.acts ?? resolve(root, 'acts'), print, {
      coverage: command.coverage,
      drafts: command.acts === undefined ? resolve(root, 'acts-draft') : undefined,
      readingsFile,
    })
    break
  }
}

async function serveUntilStopped(empty: boolean): Promise<void> {
  const settings = readSettings(env)
  if (!settings.ok) return failed(settings.refusal)
  const { serve } = await import('./serve.ts')
  process.stderr.write('· opening the database and the acts …\n')
  const opening = serve({ home, databaseUrl, ...settings.value, empty, log })
  // Also while it opens: a database that was started must not be left behind.
  let leaving = false
  const leave = async () => {
    if (leaving) return
    leaving = true
    await opening.then((running) => running.close())
    process.exit(0)
  }
  process.on('SIGINT', leave)
  process.on('SIGTERM', leave)

  const running = await opening.catch((fault: Error & { code?: string }) => {
    log.debug({ err: fault }, 'not started')
    failed(
      fault.code === 'EADDRINUSE'
        ? `Port ${settings.value.port} is taken by another program. Choose one: PORT=3001 npm start`
        : `Kezdesu could not start: ${fault.message} (KEZDESU_LOG=debug says more)`,
    )
    process.exit(1)
  })
  if (running.accounts.length > 0) {
    print('\nDemonstration accounts; the passwords are shown this once:\n')
    for (const { role, login, password } of running.accounts)
      print(`  ${role.padEnd(20)} ${login.padEnd(23)} ${password}`)
    print('')
  }
  print(`Kezdesu is at ${running.url} (Ctrl-C ends it)`)
}

function failed(words: string): void {
  process.stderr.write(`${words}\n`)
  process.exitCode = 1
}
