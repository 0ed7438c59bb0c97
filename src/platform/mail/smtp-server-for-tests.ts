import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** How the server answers what it is asked; the one not told is taken. */
export type Manners = {
  /** A reply instead of 250, such as '451 4.3.0 Try again later'. */
  to_recipient?: string
  to_message?: string
  /** The connection ends once the whole message is there, before any answer. */
  falls_silent?: boolean
}

export type Taken = { from: string; to: string[]; headers: Record<string, string>; body: string }

/** A real SMTP server (RFC 5321) on loopback: enough of it to take mail, to refuse it and to fail. `manners` may be changed between messages. */
export async function smtpServer(): Promise<{
  url: string
  taken: Taken[]
  manners: Manners
  close: () => Promise<void>
}> {
  const held: { taken: Taken[]; manners: Manners } = { taken: [], manners: {} }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    converse(socket, held)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return Object.assign(held, {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((done) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => done())
      }),
  })
}

function converse(socket: Socket, held: { taken: Taken[]; manners: Manners }): void {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let heard = ''
  let from = ''
  let to: string[] = []
  let listening = false
  say('220 test ready')
  socket.setEncoding('utf8').on('data', (part: string) => {
    heard += part
    for (;;) {
      const end = heard.indexOf(listening ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const said = heard.slice(0, end)
      heard = heard.slice(end + (listening ? 5 : 2))
      if (listening) {
        listening = false
        const { falls_silent, to_message } = held.manners
        if (falls_silent) return void socket.destroy()
        if (!to_message) held.taken.push({ from, to, ...read(said) })
        say(to_message ?? '250 taken')
        to = []
      } else if (/^(EHLO|HELO)/i.test(said)) say('250 test')
      else if (/^MAIL FROM:/i.test(said)) {
        from = /<([^>]*)>/.exec(said)?.[1] ?? ''
        say('250 ok')
      } else if (/^RCPT TO:/i.test(said)) {
        const { to_recipient } = held.manners
        if (!to_recipient) to.push(/<([^>]*)>/.exec(said)?.[1] ?? '')
        say(to_recipient ?? '250 ok')
      } else if (/^DATA/i.test(said)) {
        listening = true
        say('354 go on')
      } else if (/^QUIT/i.test(said)) {
        say('221 bye')
        socket.end()
      } else say('250 ok')
    }
  })
}

function read(message: string): Pick<Taken, 'headers' | 'body'> {
  const [head = '', ...rest] = message.split('\r\n\r\n')
  const unfolded = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = Object.fromEntries(
    unfolded.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  )
  const body = rest.join('\r\n\r\n')
  return {
    headers,
    body: /quoted-printable/i.test(headers['content-transfer-encoding'] ?? '')
      ? body
          .replaceAll('=\r\n', '')
          .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : body,
  }
}
