// Passkeys and printing. Without JavaScript the pages offer the other ways; nothing here is needed for them.
'use strict'

const toBytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0))
const toText = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')

const withBytes = credentials => (credentials ?? []).map(each => ({ ...each, id: toBytes(each.id) }))

async function create ({ publicKey }) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...publicKey,
      challenge: toBytes(publicKey.challenge),
      user: { ...publicKey.user, id: toBytes(publicKey.user.id) },
      excludeCredentials: withBytes(publicKey.excludeCredentials)
    }
  })
  return asObject(made, {
    attestationObject: toText(made.response.attestationObject),
    transports: made.response.getTransports?.() ?? []
  })
}

async function show ({ publicKey }) {
  const shown = await navigator.credentials.get({
    publicKey: {
      ...publicKey,
      challenge: toBytes(publicKey.challenge),
      allowCredentials: withBytes(publicKey.allowCredentials)
    }
  })
  const { authenticatorData, signature, userHandle } = shown.response
  return asObject(shown, {
    authenticatorData: toText(authenticatorData),
    signature: toText(signature),
    userHandle: userHandle ? toText(userHandle) : null
  })
}

const asObject = (credential, response) => ({
  type: credential.type,
  id: credential.id,
  rawId: toText(credential.rawId),
  authenticatorAttachment: credential.authenticatorAttachment ?? null,
  response: { clientDataJSON: toText(credential.response.clientDataJSON), ...response },
  clientExtensionResults: credential.getClientExtensionResults()
})

async function optionsFor (form) {
  if (form.dataset.passkey !== 'sign-in') return JSON.parse(document.getElementById('passkey-options').textContent)
  const answer = await fetch(form.action, { headers: { Accept: 'application/json' } })
  if (!answer.ok) throw new Error('no options')
  return await answer.json()
}

async function usePasskey (form) {
  const options = await optionsFor(form)
  const credential = form.dataset.passkey === 'create'
    ? await create(options.creation_options)
    : await show(options.request_options)
  form.elements.credential.value = JSON.stringify(credential)
  form.submit()
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const failure = form.querySelector('[data-failure]')
  form.hidden = !window.PublicKeyCredential
  form.addEventListener('submit', async event => {
    event.preventDefault()
    failure.textContent = ''
    try {
      await usePasskey(form)
    } catch (error) {
      const known = error.name === 'InvalidStateError' && failure.dataset.known
      failure.textContent = known || failure.dataset.failure
    }
  })
}

for (const note of document.querySelectorAll('[data-no-passkeys]')) note.hidden = Boolean(window.PublicKeyCredential)

for (const button of document.querySelectorAll('button[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
