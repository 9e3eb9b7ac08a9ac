/**
 * The proof that the queue is never wrong: random clients over HTTP on several packaged instances, which are killed and
 * suspended meanwhile, and a checker that goes through all that happened. It uses no class of the service.
 */
package dev.stoa.matchmaking.proof;
