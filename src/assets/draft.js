// Keeps what is typed on the server, never in the browser: two seconds after the last key, and when the page is left.
const form = document.querySelector('form[data-draft]')
const status = form?.querySelector('[data-draft-status]')
let waiting
let saved = ''

const typed = () =>
  new URLSearchParams(
    [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  )

async function keep() {
  clearTimeout(waiting)
  waiting = undefined
  const body = typed()
  if (body.toString() === saved) return
  try {
    const answer = await fetch(form.dataset.draft, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body,
      keepalive: body.toString().length < 60_000,
    })
    if (!answer.ok) throw new Error(answer.statusText)
    saved = body.toString()
    const time = new Date().toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit' })
    status.textContent = `Draft saved at ${time}`
  } catch {
    status.textContent = 'The draft could not be saved. Save the form, or copy what you typed.'
  }
}

if (form) {
  saved = typed().toString()
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void keep(), 2000)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && waiting) void keep()
  })
  form.addEventListener('submit', () => clearTimeout(waiting))
}
