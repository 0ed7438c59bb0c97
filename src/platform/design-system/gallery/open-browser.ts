import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const ON_THIS_MACHINE = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
]

/**
 * A Chromium for tests: the machine's own (`CHROMIUM` names it when it is somewhere else), or the one that comes with
 * the project. Only these two switches: the packaged browser's usual ones would turn web security off.
 */
export async function openBrowser(): Promise<Browser> {
  const found = process.env.CHROMIUM ?? ON_THIS_MACHINE.find((path) => existsSync(path))
  const executablePath = found ?? (await (await import('@sparticuz/chromium')).default.executablePath())
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--headless=shell'] })
}
