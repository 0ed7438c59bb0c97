// Sends requests over a few kept connections for some seconds, and tells how long each took. A child process of its own, so that it
// measures the server's time, not its own; to the loopback only, and it stops by itself.
import { connect } from 'node:net'

export type Load = { port: number; connections: number; seconds: number; requests: string[]; once: boolean }
export type Loaded = { took: number[]; failed: number; first_failure: string; seconds: number; used: number }

process.on('message', (load: Load) => void run(load).then((loaded) => process.send!(loaded)))

async function run({ port, connections, seconds, requests, once }: Load): Promise<Loaded> {
  const took: number[] = []
  let [next, failed, first_failure] = [0, 0, '']
  const from = performance.now()
  const until = from + seconds * 1000
  const one = () =>
    new Promise<void>((done, broken) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true })
      let started = 0
      const send = () => {
        if (performance.now() >= until || (once && next >= requests.length)) {
          socket.end()
          return done()
        }
        started = performance.now()
        socket.write(requests[next++ % requests.length]!)
      }
      let waiting = ''
      socket.on('data', (piece: Buffer) => {
        waiting = waiting ? waiting + piece.toString('latin1') : piece.toString('latin1')
        if (!isWhole(waiting)) return
        took.push(performance.now() - started)
        const why = whyWrong(waiting)
        if (why) first_failure ||= why
        if (why) failed++
        waiting = ''
        send()
      })
      socket.on('connect', send)
      socket.on('error', broken)
      socket.on('close', done)
    })
  await Promise.all(Array.from({ length: connections }, one))
  return { took, failed, first_failure, seconds: (performance.now() - from) / 1000, used: next }
}

function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n')
  if (end === -1) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end + 2))
  if (length) return text.length >= end + 4 + Number(length[1])
  return /\r\ntransfer-encoding: chunked/i.test(text.slice(0, end + 2)) ? text.endsWith('0\r\n\r\n') : true
}

/** An answer that is no answer: an error, or a way to the sign-in page. */
function whyWrong(text: string): string {
  const status = Number(text.slice(9, 12))
  if (status >= 400) return text.slice(0, 300)
  return /\r\nlocation: \/sign-in/i.test(text.slice(0, 2000)) ? 'It asked to sign in' : ''
}
