import { Readable } from 'node:stream'
import type { NodemailerError, SMTPConnectionOptions } from 'nodemailer'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { type Deliver, type Delivered, headersOf } from './deliver.ts'

export type SmtpSettings = {
  /** 'smtp://user:password@host:587' or 'smtps://…:465'. */
  url: string
  /** Whom the mail is from: 'Name <address>'. */
  from: string
  /** Milliseconds to wait for the server. */
  patience?: number
}

/**
 * Sends by an SMTP server. Beyond this machine only over TLS, so that no address crosses a network in clear. Nothing of a message is logged.
 */
export function deliverBySmtp({ url, from, patience = 20_000 }: SmtpSettings): Deliver {
  const { user, password, ...server } = serverOf(url, patience)
  const sender = senderAddress(from)
  return async (message) => {
    const connection = new SMTPConnection(server)
    let begun = false
    try {
      const bytes = await new MailComposer({
        from,
        to: { name: '', address: message.to },
        subject: message.subject,
        text: message.text,
        messageId: `<${message.message_id}@${sender.split('@')[1]}>`,
        headers: headersOf(message),
        disableFileAccess: true,
        disableUrlAccess: true,
      })
        .compile()
        .build()
      // Read only once the server has said that it will listen.
      const spoken = new Readable({
        read() {
          begun = true
          this.push(bytes)
          this.push(null)
        },
      })
      await new Promise<void>((done, failed) => {
        const or = (next: () => void) => (error?: Error | null) => (error ? failed(error) : next())
        const send = () => connection.send({ from: sender, to: [message.to] }, spoken, or(done))
        connection.once('error', failed)
        connection.connect(or(() => (user ? connection.login({ user, pass: password }, or(send)) : send())))
      })
      connection.quit()
      return { became: 'accepted' }
    } catch (error) {
      connection.close()
      return becameOf(error as NodemailerError, begun)
    }
  }
}

function serverOf(text: string, patience: number) {
  const { hostname, port, protocol, username, password } = new URL(text)
  if (protocol !== 'smtp:' && protocol !== 'smtps:')
    throw new Error('WAYMARK_SMTP must begin with smtp:// or smtps://')
  const secure = protocol === 'smtps:'
  const options: SMTPConnectionOptions = {
    host: hostname,
    port: Number(port || (secure ? 465 : 587)),
    secure,
    requireTLS: !secure && hostname !== 'localhost' && hostname !== '127.0.0.1',
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  }
  return { ...options, user: decodeURIComponent(username), password: decodeURIComponent(password) }
}

/** The bare address of 'Name <address>'. Throws when there is none. */
export function senderAddress(from: string): string {
  const address = (/<([^<>\s]+@[^<>\s]+)>\s*$/.exec(from) ?? /^\s*([^<>\s]+@[^<>\s]+)\s*$/.exec(from))?.[1]
  if (!address) throw new Error('WAYMARK_MAIL_FROM must be an address, like Waymark <papers@example.org>')
  return address
}

/**
 * A server that answered has not taken the message: 4xx asks to come again, 5xx never will (RFC 5321, 4.2.1). One that fell silent once the
 * message itself was on its way may have taken it. A server that will not let us in is put right by somebody: the message waits.
 */
function becameOf({ responseCode, code }: NodemailerError, begun: boolean): Delivered {
  if (responseCode && code !== 'EAUTH')
    return { became: responseCode >= 500 ? 'refused' : 'later', why: String(responseCode) }
  return { became: begun ? 'unsure' : 'later', why: code ?? 'no-answer' }
}
