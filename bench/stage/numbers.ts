/** The value that a part (0 to 1) of the values lie at or below. 0 for none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = Float64Array.from(values).toSorted()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

/** The middle value: one slow round does not move it. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

export const whole = (n: number): string => Math.round(n).toLocaleString('en-GB')

/** Milliseconds with as many decimals as matter. */
export const ms = (n: number): string => `${n < 10 ? n.toFixed(1) : Math.round(n)} ms`

/** How long `work` took, in seconds, beside what it gave. */
export async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const from = performance.now()
  const value = await work()
  return { seconds: (performance.now() - from) / 1000, value }
}
