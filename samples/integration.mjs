#!/usr/bin/env node
// A whole integration in one file, for Node 20 or newer and without dependencies: asks for help on behalf of a user, in the
// sandbox, and prints what happens to the ticket until it is over.
//
//   STOA_CLIENT_ID=our-school STOA_CLIENT_SECRET=… node samples/integration.mjs [scenario]
//
// STOA_URL is the address of the deployment (http://localhost:8080), STOA_TOKEN_URL that of the provider's token endpoint.

const url = process.env.STOA_URL ?? 'http://localhost:8080'
const tokenUrl = process.env.STOA_TOKEN_URL ?? `${url}/auth/realms/stoa/protocol/openid-connect/token`
const api = `${url}/api/matchmaking/v1`
const scenario = process.argv[2] ?? 'accepts'

const OVER = ['completed', 'cancelled', 'expired', 'failed']
const EARLY_MS = 30_000
const RETRY_MS = 1_000

/** An access token by client credentials, kept until shortly before it expires. */
const token = (() => {
  let kept = ''
  let until = 0
  return async () => {
    if (Date.now() < until) return kept
    const answer = await fetch(tokenUrl, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: required('STOA_CLIENT_ID'),
        client_secret: required('STOA_CLIENT_SECRET')
      })
    })
    if (!answer.ok) throw new Error(`The provider gave no token: ${answer.status} ${await answer.text()}`)
    const { access_token, expires_in } = await answer.json()
    kept = access_token
    until = Date.now() + expires_in * 1_000 - EARLY_MS
    return kept
  }
})()

function required(name) {
  const value = process.env[name]
  if (!value) throw new Error(`Set ${name}: ./stoa integrator add prints it.`)
  return value
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms))

/** Sends a request; a 429 or 503 is tried again when its Retry-After says, any other failure is thrown with its problem. */
async function call(method, path, body) {
  // The same key for each try: whatever got lost on the way, it is done once.
  const headers = method === 'POST' ? { 'Idempotency-Key': crypto.randomUUID() } : {}
  if (body) headers['Content-Type'] = 'application/json'
  for (;;) {
    const answer = await fetch(`${api}${path}`, {
      method,
      headers: { ...headers, Authorization: `Bearer ${await token()}` },
      body: body && JSON.stringify(body)
    })
    if (answer.ok) return await answer.json()
    if (answer.status !== 429 && answer.status !== 503) throw new Error(`${method} ${path}: ${await answer.text()}`)
    await pause(1_000 * Number(answer.headers.get('Retry-After') ?? 1))
  }
}

/** The events of one connection: { id, type, data }. */
async function* connection(lastEventId) {
  const headers = { Accept: 'text/event-stream', Authorization: `Bearer ${await token()}` }
  if (lastEventId) headers['Last-Event-ID'] = lastEventId
  const answer = await fetch(`${api}/events`, { headers })
  if (!answer.ok) throw new Error(`GET /events: ${await answer.text()}`)
  const decoder = new TextDecoder()
  let rest = ''
  for await (const bytes of answer.body) {
    const blocks = (rest + decoder.decode(bytes, { stream: true })).split('\n\n')
    rest = blocks.pop()
    for (const block of blocks) {
      const event = { id: '', type: 'message', data: '' }
      for (const line of block.split('\n')) {
        const [, name, value] = /^(\w+): ?(.*)$/.exec(line) ?? []
        if (name === 'id') event.id = value
        if (name === 'event') event.type = value
        if (name === 'data') event.data += value
      }
      yield { ...event, data: event.data ? JSON.parse(event.data) : {} }
    }
  }
}

/** All events, over as many connections as it takes: each one goes on after the last event of the one before. */
async function* events() {
  let last
  for (;;) {
    try {
      for await (const event of connection(last)) {
        if (event.id) last = event.id
        yield event
      }
    } catch (failure) {
      console.error(`The stream broke (${failure.message}); going on after event ${last ?? 'none'}.`)
    }
    await pause(RETRY_MS)
  }
}

async function main() {
  let ticket
  let told = ''

  /** Prints a state once, and says whether the ticket is over. */
  function show(now) {
    if (now.state !== told) console.log(`${now.state}${now.reason ? ` (${now.reason})` : ''}`)
    told = now.state
    return OVER.includes(now.state)
  }

  for await (const event of events()) {
    if (event.type === 'begin' && !ticket) {
      // From here on nothing can be missed, so this is the time to ask.
      ticket = await call('POST', '/tickets', {
        field: '0613',
        problem: 'My recursive function never ends.',
        learner: { externalId: 'student-4711', displayName: 'Ada', languages: ['en'] },
        sandbox: { scenario }
      })
      console.log(`ticket ${ticket.id}\njoin link ${ticket.joinLink}`)
    }
    // Too much was missed, or the stream begins anew: ask how things stand.
    if (event.type === 'begin' && show(await call('GET', `/tickets/${ticket.id}`))) return
    if (event.data.ticketId !== ticket?.id) continue
    if (event.type === 'match' && event.data.match.state === 'matched') console.log(`with ${event.data.match.peer.displayName}`)
    if (event.type === 'ticket' && show(event.data.ticket)) return
  }
}

await main()
