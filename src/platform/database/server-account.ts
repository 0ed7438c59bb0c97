import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

export type Account = { uid: number; gid: number } | undefined

/** PostgreSQL refuses to run as root, so root runs it as the account `postgres`, made if it is not there. Anybody else runs it as themselves. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
  if (id('-u').status !== 0)
    spawnSync('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', 'postgres'])
  if (id('-u').status !== 0)
    throw new Error(
      'PostgreSQL does not run as root, and an account called postgres could not be made. Make one, or run as an ordinary user.',
    )
  return { uid: Number(id('-u').stdout), gid: Number(id('-g').stdout) }
}

/** Whether an account that owns nothing here can enter the folder. */
export function reachableByOthers(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}
