// Says to the server that somebody who types is still there, asks whoever has sent nothing for long, and clears the screen when their session
// is over; what they typed is kept on the server first. Every window of the browser counts.
const dialog = document.querySelector('[data-stay]')
const form = dialog.querySelector('form')
const left = dialog.querySelector('[data-stay-left]')
const LIMIT = Number(dialog.dataset.minutes) * 60_000
const ASKED_BEFORE = 120_000
const BETWEEN_SIGNS = 240_000
const windows = new BroadcastChannel('waymark-stay')
let sent = Date.now()
let leaving = false

function wasSent(at) {
  sent = Math.max(sent, at)
  if (dialog.open) dialog.close()
}
windows.addEventListener('message', ({ data }) => wasSent(data))
windows.postMessage(sent)

async function stay() {
  const at = Date.now()
  const answer = await fetch(dialog.dataset.stay, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form)),
    redirect: 'manual',
  }).catch(() => undefined)
  if (!answer?.ok) return
  wasSent(at)
  windows.postMessage(at)
}

let typing = 0
document.addEventListener('input', () => {
  const now = Date.now()
  if (now - Math.max(sent, typing) < BETWEEN_SIGNS || now - sent > LIMIT) return
  typing = now
  void stay()
})
dialog.querySelector('.govuk-button').addEventListener('click', () => void stay())
dialog.addEventListener('cancel', () => void stay())

/** The forms of this page in which something was typed; never one with a password in it. */
const typedForms = () =>
  [...document.querySelectorAll('main form[method="post"]')].filter(
    (one) =>
      new URL(one.action).pathname === location.pathname &&
      !one.querySelector('[type="password"]') &&
      [...one.elements].some(isChanged),
  )
const isChanged = (field) =>
  field.type === 'radio' || field.type === 'checkbox'
    ? field.checked !== field.defaultChecked
    : field.type === 'select-one'
      ? [...field.options].some((option) => option.selected !== option.defaultSelected) && field.value !== ''
      : ['text', 'textarea', 'tel', 'email', 'number', 'search'].includes(field.type) &&
        field.value !== field.defaultValue

async function leave() {
  leaving = true
  for (const one of typedForms()) {
    const body = new URLSearchParams([...new FormData(one)].filter(([, value]) => typeof value === 'string'))
    body.set('_url', location.pathname)
    await fetch('/drafts', {
      method: 'POST',
      headers: { accept: 'application/json' },
      body,
      redirect: 'manual',
    }).catch(() => undefined)
  }
  location.assign(location.href)
}

function look() {
  const rest = sent + LIMIT - Date.now()
  if (leaving) return
  if (rest < -5000) return void leave()
  if (rest < ASKED_BEFORE && !dialog.open) dialog.showModal()
  if (!dialog.open) return
  const seconds = Math.max(0, Math.ceil(rest / 1000))
  left.textContent = seconds > 60 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`
}
setInterval(look, 5000)
addEventListener('pageshow', look)
