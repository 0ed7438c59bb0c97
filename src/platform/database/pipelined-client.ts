import pg from 'pg'

type Stream = { cork(): void; uncork(): void }
const streamOf = (client: pg.Client) =>
  (client as unknown as { connection: { stream: Stream } }).connection.stream

/**
 * A connection that sends what is asked in one turn of the program as one message, and waits for no answer before it sends the next
 * question: the server answers in order. Handing a message to the system costs a page more than making the page does. A question
 * that was sent together with one that failed fails too, because its transaction has.
 */
export class PipelinedClient extends pg.Client {
  #held = false

  constructor(config?: pg.ClientConfig) {
    super({ ...config, pipeline: true })
    const ask = this.query.bind(this) as (...asked: unknown[]) => unknown
    this.query = ((...asked: unknown[]) => {
      this.#hold()
      return ask(...asked)
    }) as typeof this.query
  }

  #hold(): void {
    if (this.#held) return
    this.#held = true
    const stream = streamOf(this)
    stream.cork()
    // After every promise that is already settled has gone on: a transaction's beginning leaves with its first question.
    process.nextTick(() => {
      this.#held = false
      stream.uncork()
    })
  }
}
