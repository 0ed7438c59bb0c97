// Puts a chosen figure where the cursor is, and shows how the text reads with its figures as they are now. Without this, two buttons do the same.
const editor = document.querySelector('[data-plan-update]')
const form = editor?.closest('form')
const text = form?.querySelector('#words')
const chosen = form?.querySelector('#figure')
const reads = form?.querySelector('#how-it-reads')
let waiting

async function show() {
  const body = new URLSearchParams(
    [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  )
  body.set('then', 'show')
  try {
    const answer = await fetch(form.action || location.href, { method: 'POST', body })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const shown = page.querySelector('#how-it-reads')
    if (shown) reads.replaceChildren(...shown.childNodes)
  } catch {
    // The buttons still work, and say what is wrong.
  }
}

const later = () => {
  clearTimeout(waiting)
  waiting = setTimeout(show, 800)
}

if (text && chosen && reads) {
  text.addEventListener('input', () => text.value.includes('{{') && later())
  form.addEventListener('click', (event) => {
    const button = event.target.closest('button[name="then"]')
    if (!button) return
    event.preventDefault()
    if (button.value === 'insert' && chosen.value) {
      text.setRangeText(`{{ ${chosen.value} }}`, text.selectionStart, text.selectionEnd, 'end')
      chosen.value = ''
      text.focus()
    }
    void show()
  })
}
