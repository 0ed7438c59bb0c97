// In a group of radios marked so, a number chooses: one key instead of several arrows. The first has the focus from the start,
// where that does not move the page.
const group = document.querySelector('[data-choose-by-key]')
const radios = [...(group?.querySelectorAll('input[type="radio"]') ?? [])]
if (radios.length > 0 && !document.querySelector('.govuk-error-summary')) {
  const chosen = radios.find((radio) => radio.checked) ?? radios[0]
  chosen.focus({ preventScroll: true })
}
group?.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const radio = radios[Number(event.key) - 1]
  if (!radio || !/^[1-9]$/.test(event.key)) return
  event.preventDefault()
  radio.checked = true
  radio.focus()
  radio.dispatchEvent(new Event('input', { bubbles: true }))
})
