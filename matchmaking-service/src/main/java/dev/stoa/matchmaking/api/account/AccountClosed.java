package dev.stoa.matchmaking.api.account;

/** Fired on every instance when an account was banned or deleted, once all that it had open is ended. */
public record AccountClosed(String account) {}
