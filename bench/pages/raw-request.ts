import type { PageRequest } from './page-requests.ts'
import type { Inputs } from './recorded-statement.ts'

/** A request as it goes over the wire to Waymark. */
export function rawRequest({ of, headers }: PageRequest, inputs: Inputs, port: number): string {
  const { path, body, headers: own } = of(inputs)
  const origin = `http://localhost:${port}`
  const all: Record<string, string> = {
    host: `localhost:${port}`,
    connection: 'keep-alive',
    accept: 'text/html',
    ...headers,
    ...own,
    ...(body === undefined ? {} : { origin, 'content-length': String(Buffer.byteLength(body)) }),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`
}

/** The same to the bare server: its number, and the ids. */
export const rawBareRequest = (n: number, inputs: Inputs): string =>
  `GET /${n}?${new URLSearchParams(inputs).toString()} HTTP/1.1\r\nhost: localhost\r\nconnection: keep-alive\r\n\r\n`
