/** 404: not there, or not there for you. The two are never told apart. */
export class NotFound extends Error {
  constructor(what = 'This page') {
    super(`${what} was not found`)
  }
}

/** 403: this actor's roles do not include what was asked. */
export class NotAllowed extends Error {
  constructor(what = 'Your role does not include this') {
    super(what)
  }
}

/** 403: a form without the token of its own page: from elsewhere, or from before somebody signed in again. */
export class NotOwnPage extends NotAllowed {
  /** What was sent, where somebody may want it back. */
  sent: Readonly<Record<string, string | string[]>>
  constructor(sent: Readonly<Record<string, string | string[]>> = {}) {
    super('This form was not sent from its own page')
    this.sent = sent
  }
}

/** 422: what was sent cannot be accepted; every message names its field ('' for the whole form). */
export class Invalid extends Error {
  messages: Record<string, string>
  constructor(messages: Record<string, string>) {
    super(Object.values(messages).join('; '))
    this.messages = messages
  }
}

/** Refuses one field of the form with a message that says what to do. */
export function refuse(field: string, message: string): never {
  throw new Invalid({ [field]: message })
}

/** The value, or NotFound when there is none: for reads of one record. */
export function found<T>(value: T | null | undefined, what?: string): T {
  if (value === null || value === undefined) throw new NotFound(what)
  return value
}
