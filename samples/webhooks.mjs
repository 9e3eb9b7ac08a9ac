#!/usr/bin/env node
// Receives webhooks, for Node 20 or newer and without dependencies: verifies who calls, does each event once, and prints it.
//
//   STOA_WEBHOOK_SECRET=whsec_… node samples/webhooks.mjs [port]
//
// Signatures are those of the Standard Webhooks specification, https://www.standardwebhooks.com.

import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

const TOLERATED_SECONDS = 300
const LONGEST_BODY = 1_000_000
const REMEMBERED = 10_000

const secret = process.env.STOA_WEBHOOK_SECRET ?? ''
if (!secret.startsWith('whsec_')) throw new Error('Set STOA_WEBHOOK_SECRET: the answer to POST /webhooks shows it.')
const key = Buffer.from(secret.slice('whsec_'.length), 'base64')

/** Whether one of the signatures is ours, and the call is not an old one played back. */
function isGenuine(headers, body) {
  const id = headers['webhook-id']
  const timestamp = headers['webhook-timestamp']
  if (!(Math.abs(Date.now() / 1_000 - Number(timestamp)) <= TOLERATED_SECONDS)) return false
  const wanted = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest()
  return String(headers['webhook-signature']).split(' ').some((signature) => {
    const given = Buffer.from(signature.replace(/^v1,/, ''), 'base64')
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  })
}

// A call is repeated until it is answered 2xx in time, so the same event may come twice. A real receiver remembers in its database.
const seen = new Set()

function handle(id, event) {
  if (seen.has(id)) return
  seen.add(id)
  if (seen.size > REMEMBERED) seen.delete(seen.values().next().value)
  console.log(event.data.ticketId ? `${event.type} of ${event.data.ticketId}` : event.type)
}

async function receive(request, response) {
  const pieces = []
  let size = 0
  for await (const piece of request) {
    size += piece.length
    if (size > LONGEST_BODY) return request.destroy()
    pieces.push(piece)
  }
  // The bytes as they came: what is parsed and written anew has another signature.
  const body = Buffer.concat(pieces)
  if (!isGenuine(request.headers, body)) {
    response.writeHead(401).end()
    return
  }
  handle(request.headers['webhook-id'], JSON.parse(body))
  response.writeHead(204).end()
}

createServer((request, response) => {
  // Without an answer the call comes again. A connection that broke in its middle has nobody left to answer.
  receive(request, response).catch((error) => {
    console.error(`not received: ${error.message}`)
    response.destroy()
  })
}).listen(Number(process.argv[2] ?? 9400), '127.0.0.1')
