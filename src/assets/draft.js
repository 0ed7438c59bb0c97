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
      redirect: 'error',
      keepalive: body.toString().length < 60_000,
    })
    const ended = answer.status === 401 && (await answer.json()).kept
    if (!answer.ok && !ended) throw new Error(answer.statusText)
    saved = body.toString()
    const time = new Date().toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit' })
    status.textContent = ended
      ? `You have been signed out. What you typed was kept at ${time}: press Save, sign in, and it is there again.`
      : `Draft saved at ${time}`
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
  // What is on its way to be saved is no draft any more: kept now, it would stand there again when the page is next opened.
  form.addEventListener('submit', () => {
    clearTimeout(waiting)
    waiting = undefined
  })
}
