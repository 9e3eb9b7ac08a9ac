package dev.stoa.localstack.bench.matchmaking;

/**
 * Somebody who is signed in.
 *
 * @param field what an expert helps with, or a learner asks about
 */
record Account(int number, String field, String token) {}
