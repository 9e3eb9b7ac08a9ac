-- Generated from TicketState by MovesTest: which move leads a ticket from which state where.

local MOVES = {
  ['queued'] = { ['cancel'] = 'cancelled', ['change'] = 'queued', ['expire'] = 'expired', ['offer'] = 'offered', ['pause'] = 'paused' },
  ['offered'] = { ['cancel'] = 'cancelled', ['give-back'] = 'queued', ['match'] = 'matched', ['pause'] = 'paused' },
  ['paused'] = { ['cancel'] = 'cancelled', ['change'] = 'paused', ['expire'] = 'expired', ['resume'] = 'queued' },
  ['matched'] = { ['begin'] = 'in-call', ['fail'] = 'failed', ['retry'] = 'queued', ['withdraw'] = 'cancelled' },
  ['in-call'] = { ['complete'] = 'completed' },
  ['completed'] = {},
  ['cancelled'] = {},
  ['expired'] = {},
  ['failed'] = { ['reopen'] = 'queued' },
}
