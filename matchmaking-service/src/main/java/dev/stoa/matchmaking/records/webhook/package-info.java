/** Calls integrators when something happens to their tickets, as the Standard Webhooks specification says. */
@NullMarked
package dev.stoa.matchmaking.records.webhook;

import org.jspecify.annotations.NullMarked;
