import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const ON_THIS_MACHINE = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
]
// Not the packaged browser's own list: that would turn web security off. The quiet ones keep it from looking for its maker's hosts.
const SWITCHES = [
  '--no-sandbox',
  '--headless=shell',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
]
const UNPACKED = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'waymark-chromium')

/** A Chromium for tests: the one `CHROMIUM` names, the machine's own, or the one that comes as a package with the libraries and fonts it needs. */
export async function openBrowser(): Promise<Browser> {
  const found = process.env.CHROMIUM ?? ON_THIS_MACHINE.find((path) => existsSync(path))
  if (found) return launch({ executablePath: found })
  if (!existsSync(UNPACKED)) await unpack()
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: join(UNPACKED, 'al2023', 'lib'),
    FONTCONFIG_FILE: join(UNPACKED, 'fonts', 'fonts.conf'),
  }
  return launch({ executablePath: join(UNPACKED, 'chromium'), env })
}

const launch = (how: { executablePath: string; env?: NodeJS.ProcessEnv }) =>
  chromium.launch({ ...how, args: SWITCHES }).catch((error: Error) => {
    throw new Error(
      `No browser starts from ${how.executablePath}. Set CHROMIUM to one that does; on Debian an administrator brings one: apt-get install chromium`,
      { cause: error },
    )
  })

/** Unpacks the packaged browser whole or not at all: test files run side by side, and none may start another's half of a browser. */
async function unpack() {
  mkdirSync(join(UNPACKED, '..'), { recursive: true })
  const being_made = mkdtempSync(`${UNPACKED}-`)
  const { TMPDIR, AWS_EXECUTION_ENV } = process.env
  // The package writes to the temporary folder, and its libraries only where it believes to be at its maker's.
  Object.assign(process.env, { TMPDIR: being_made, AWS_EXECUTION_ENV: '24.x' })
  try {
    await (await import('@sparticuz/chromium')).default.executablePath()
    writeFileSync(join(being_made, 'fonts', 'fonts.conf'), fontsIn(join(UNPACKED, 'fonts')))
    renameSync(being_made, UNPACKED)
  } catch (error) {
    rmSync(being_made, { recursive: true, force: true })
    if (!existsSync(UNPACKED)) throw error
  } finally {
    restore({ TMPDIR, AWS_EXECUTION_ENV })
  }
}

/** The package's own list of folders knows only its maker's machines; without any font the browser ends at its first page. */
const fontsIn = (folder: string) =>
  `<?xml version="1.0"?><fontconfig><dir>/usr/share/fonts</dir><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`

function restore(before: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(before))
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
}
