// Mail by SMTP (RFC 5321), with a way out in every letter (RFC 2369, RFC 8058).
import { createTransport } from 'nodemailer'
import { type Parcel, SendFault, type Sender } from './deliver.ts'

export type MailSettings = {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly url: string
  /** From whom: `Kezdesu <kezdesu@akimat.example>` or a bare address. */
  readonly from: string
  /** Where the site is found; its host ends the Message-ID. */
  readonly origin: string
}

const seconds = 1000

/** A sender by SMTP; one connection at a time, every wait bounded. */
export function mailSender({ url, from, origin }: MailSettings): Sender {
  const transport = createTransport(
    {
      url,
      connectionTimeout: 20 * seconds,
      greetingTimeout: 20 * seconds,
      socketTimeout: 30 * seconds,
      // Letters are text of ours: nothing may be fetched or attached for them.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
  return async (parcel) => {
    await transport.sendMail(mailOf(parcel, origin)).catch((fault: SmtpFault) => {
      const { responseCode = 0, code = 'fault', command = '' } = fault
      // 5xx to the recipient itself: there is no such box. Everything else may be better tomorrow.
      throw new SendFault(`${code}-${responseCode}`, responseCode >= 500 && command === 'RCPT TO')
    })
  }
}

type SmtpFault = Error & { responseCode?: number; code?: string; command?: string }

/** The letter as nodemailer takes it. No line end survives in what becomes a header. */
export const mailOf = ({ address, id, subject, text, token, subscribed }: Parcel, origin: string) => ({
  to: { name: '', address },
  subject: oneLine(subject),
  text,
  messageId: `<${id}@${new URL(origin).hostname}>`,
  headers: {
    'Auto-Submitted': 'auto-generated',
    ...(subscribed
      ? {
          'List-Unsubscribe': `<${origin}/unsubscribe/${token}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }
      : {}),
  },
})

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
