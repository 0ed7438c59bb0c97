export type Progress = { tick: (done: number, total?: number) => void; end: () => void }

/** A bar on standard error with rate and time left; silent unless a person watches and it takes over two seconds. */
export function makeProgress(
  label: string,
  total?: number,
  stream: NodeJS.WriteStream = process.stderr,
): Progress {
  const started = performance.now()
  let drawn = 0
  const draw = (done: number, of: number | undefined) => {
    const seconds = (performance.now() - started) / 1000
    if (!stream.isTTY || seconds < 2 || performance.now() - drawn < 100) return
    drawn = performance.now()
    const rate = done / seconds
    const share = of ? Math.min(1, done / of) : undefined
    const bar =
      share === undefined
        ? ''
        : `[${'#'.repeat(Math.round(share * 24)).padEnd(24, '.')}] ${Math.floor(share * 100)}% `
    const left = share ? ` about ${Math.ceil((seconds * (1 - share)) / share)} s left` : ''
    stream.write(
      `\r\u001B[K${label} ${bar}${done.toLocaleString('en-GB')} (${Math.round(rate).toLocaleString('en-GB')} a second)${left}`,
    )
  }
  return {
    tick: (done, of = total) => draw(done, of),
    end: () => void (drawn && stream.write('\r\u001B[K')),
  }
}
