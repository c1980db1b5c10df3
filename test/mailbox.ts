// A real mail server that keeps what it is given; it can refuse, and it can lose the connection after taking a letter.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Mail = { readonly to: readonly string[]; readonly raw: string }

export type Mailbox = {
  readonly url: string
  readonly mails: Mail[]
  /** What the next letters meet: taken, put off (451), no such box (550). */
  meets: 'taken' | 451 | 550
  close(): Promise<void>
}

export async function openMailbox(): Promise<Mailbox> {
  const mails: Mail[] = []
  const refusal = (code: 451 | 550) => Object.assign(new Error('no'), { responseCode: code })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo(_to, _session, done) {
      done(mailbox.meets === 'taken' ? null : refusal(mailbox.meets))
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('utf8'),
        })
        done()
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  const mailbox: Mailbox = {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    meets: 'taken',
    close: () => new Promise((closed) => server.close(() => closed())),
  }
  return mailbox
}

/** A header of a letter, unfolded and decoded (RFC 2047). */
export function header({ raw }: Mail, name: string): string | undefined {
  const head = raw.split('\r\n\r\n')[0]!.replace(/\r\n[ \t]+/g, ' ')
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}: `))
  return line
    ?.slice(name.length + 2)
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : quoted(text.replaceAll('_', ' ')).toString('utf8'),
    )
}

/** The text of a letter of one part. */
export function text(mail: Mail): string {
  const body = mail.raw.slice(mail.raw.indexOf('\r\n\r\n') + 4)
  return header(mail, 'Content-Transfer-Encoding') === 'base64'
    ? Buffer.from(body, 'base64').toString('utf8')
    : header(mail, 'Content-Transfer-Encoding') === 'quoted-printable'
      ? quoted(body.replace(/=\r\n/g, '')).toString('utf8')
      : body
}

const quoted = (body: string): Buffer =>
  Buffer.from(
    body.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
