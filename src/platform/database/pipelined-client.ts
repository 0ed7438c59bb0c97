import pg from 'pg'

type Stream = { write: (piece: Uint8Array) => boolean; writable: boolean }
type Connection = { stream: Stream; _send: (piece: Uint8Array) => boolean }

/** How long the end of a transaction that only read waits for company, in milliseconds. */
const SOON = 10

/**
 * A connection that sends what is asked in one turn of the program as one message, and waits for no answer before it sends the next
 * question: the server answers in order. Handing a message to the system costs a page more than making the page does. A question
 * that was sent together with one that failed fails too, because its transaction has.
 */
export class PipelinedClient extends pg.Client {
  #held: Uint8Array[] | undefined
  #left: NodeJS.Timeout | undefined

  constructor(config?: pg.ClientConfig) {
    super({ ...config, pipeline: true })
    const connection = (this as unknown as { connection: Connection }).connection
    connection._send = (piece) => this.#send(connection, piece)
    const ask = this.query.bind(this) as (...asked: unknown[]) => unknown
    this.query = ((...asked: unknown[]) => {
      if (this.#left) this.#endLeft()
      return ask(...asked)
    }) as typeof this.query
  }

  /** Begins a transaction, in one message with the end of one that was left open. */
  begin(text: string): Promise<unknown> {
    if (!this.#left) return this.query(text)
    this.#forgetLeft()
    return this.query(`commit; ${text}`)
  }

  /**
   * Ends a transaction that could only read (`begin read only`): there is nothing to wait for, so the end leaves with whatever is asked
   * next, or after a moment. It is for whoever asks next to begin anew; nothing of theirs can run in what was left.
   */
  endSoon(): void {
    this.#left ??= setTimeout(() => this.#endLeft(), SOON)
  }

  #forgetLeft(): void {
    clearTimeout(this.#left)
    this.#left = undefined
  }

  #endLeft(): void {
    this.#forgetLeft()
    this.query('commit').catch(() => {}) // a lost connection is told to whoever asks it next
  }

  #send(connection: Connection, piece: Uint8Array): boolean {
    if (!connection.stream.writable) return false
    if (this.#held) this.#held.push(piece)
    else {
      this.#held = [piece]
      // After every promise that is already settled has gone on: a transaction's beginning leaves with its first question.
      process.nextTick(() => {
        const held = this.#held!
        this.#held = undefined
        if (connection.stream.writable)
          connection.stream.write(held.length === 1 ? held[0]! : Buffer.concat(held))
      })
    }
    return true
  }
}
