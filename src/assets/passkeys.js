// Passkeys: asks the server for a challenge, the authenticator for an answer, and sends that with the form. Without it the parts stay hidden.
const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
const listed = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }))

async function ask(form) {
  const answer = await fetch(`${form.action}/options`, {
    method: 'POST',
    body: new URLSearchParams({ _csrf: form.elements._csrf.value }),
  })
  if (!answer.ok) throw new Error('refused')
  const options = await answer.json()
  return { ...options, challenge: bytes(options.challenge) }
}

async function signIn(form) {
  const { allowCredentials, ...options } = await ask(form)
  const made = await navigator.credentials.get({
    publicKey: { ...options, allowCredentials: listed(allowCredentials) },
  })
  const { authenticatorData, clientDataJSON, signature, userHandle } = made.response
  return {
    ...plain(made),
    response: {
      authenticatorData: text(authenticatorData),
      clientDataJSON: text(clientDataJSON),
      signature: text(signature),
      ...(userHandle ? { userHandle: text(userHandle) } : {}),
    },
  }
}

async function add(form) {
  const { excludeCredentials, user, ...options } = await ask(form)
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      user: { ...user, id: bytes(user.id) },
      excludeCredentials: listed(excludeCredentials),
    },
  })
  return {
    ...plain(made),
    response: {
      attestationObject: text(made.response.attestationObject),
      clientDataJSON: text(made.response.clientDataJSON),
      transports: made.response.getTransports?.() ?? [],
    },
  }
}

const plain = (made) => ({
  id: made.id,
  rawId: text(made.rawId),
  type: made.type,
  clientExtensionResults: made.getClientExtensionResults(),
})

function start(part) {
  const form = part.querySelector('form')
  const button = part.querySelector('button')
  const said = part.querySelector('[data-passkey-said]')
  part.hidden = false
  const go = async (event) => {
    event.preventDefault()
    said.textContent = ''
    button.disabled = true
    try {
      const answer = await (part.dataset.passkey === 'add' ? add(form) : signIn(form))
      form.elements.answer.value = JSON.stringify(answer)
      form.submit()
    } catch {
      said.textContent = 'No passkey was used. Try again, or go on without one.'
      button.disabled = false
    }
  }
  button.addEventListener('click', go)
  form.addEventListener('submit', go)
}

if (window.PublicKeyCredential) document.querySelectorAll('[data-passkey]').forEach(start)
