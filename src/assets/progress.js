// Follows a long piece of work on its own page; when it is over, shows what came of it.
const EVERY = 2000
const shown = document.querySelector('[data-progress]')
document.querySelector('.app-progress__again')?.setAttribute('hidden', '')

async function look() {
  if (document.visibilityState === 'visible') {
    try {
      const answer = await fetch(location.href)
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const fresh = page.querySelector('[data-progress]')
      if (!fresh) return location.replace(location.href)
      shown.replaceChildren(...fresh.childNodes)
    } catch {
      // Out of reach for a moment: what is shown stays, and the next look may tell more.
    }
  }
  setTimeout(look, EVERY)
}

if (shown) setTimeout(look, EVERY)
