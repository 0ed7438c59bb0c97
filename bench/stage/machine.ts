import { cpus, loadavg, totalmem } from 'node:os'

/** The machine and the day, so that a printed figure can be placed. */
export function machine(): string {
  const [cpu] = cpus()
  const load = loadavg()[0]!.toFixed(1)
  const day = new Date().toISOString().slice(0, 10)
  return `${cpus().length} × ${cpu?.model.trim() ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, load before ${load}, ${day}`
}
