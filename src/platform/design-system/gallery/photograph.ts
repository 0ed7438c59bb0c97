import { join } from 'node:path'
import { openBrowser } from '../../test-browser.ts'
import { GALLERY } from './pages.ts'
import { addressOf, serveGallery } from './serve-gallery.ts'

// Writes a picture of each gallery page, wide and narrow: node gallery/photograph.ts FOLDER
const [folder = '.'] = process.argv.slice(2)
const server = await serveGallery(0)
const browser = await openBrowser()
for (const javaScriptEnabled of [true, false]) {
  for (const width of [1280, 390]) {
    const context = await browser.newContext({ viewport: { width, height: 844 }, javaScriptEnabled })
    const tab = await context.newPage()
    for (const path of Object.keys(GALLERY)) {
      await tab.goto(addressOf(server, path))
      const name = `${path.slice(1)}-${width}${javaScriptEnabled ? '' : '-plain'}.png`
      await tab.screenshot({ path: join(folder, name), fullPage: true })
    }
  }
}
await browser.close()
server.close()
