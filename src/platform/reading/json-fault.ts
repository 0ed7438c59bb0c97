const WORDS = ['true', 'false', 'null']
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
// oxlint-disable-next-line no-control-regex -- control codes may not stand in a text
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y
const SPACE = /[ \t\r\n]*/y

/** Where a text stops being JSON: the place of the first sign that cannot stand where it does, the text's length when it only ends too early. */
export function jsonFault(text: string): number {
  let at = 0
  let unended: number | undefined
  const past = (shape: RegExp): boolean => {
    shape.lastIndex = at
    const found = shape.test(text)
    if (found) at = shape.lastIndex
    return found
  }
  const sign = (one: string): boolean => {
    past(SPACE)
    if (text[at] !== one) return false
    at++
    return true
  }
  const words = (): boolean => {
    if (past(TEXT) && text[at] === '"') {
      at++
      return true
    }
    // A line break that no text may hold is where the fault is, not a space to pass over.
    unended ??= at
    return false
  }
  const inside = (closing: string, item: () => boolean): boolean => {
    if (sign(closing)) return true
    for (;;) {
      if (!item()) return false
      if (sign(closing)) return true
      if (!sign(',')) return false
    }
  }
  const entry = (): boolean => {
    past(SPACE)
    return words() && sign(':') && value()
  }
  const value = (): boolean => {
    past(SPACE)
    if (sign('{')) return inside('}', entry)
    if (sign('[')) return inside(']', value)
    if (text[at] === '"') return words()
    const word = WORDS.find((one) => text.startsWith(one, at))
    if (!word) return past(NUMBER)
    at += word.length
    return true
  }
  value()
  past(SPACE)
  return unended ?? at
}
