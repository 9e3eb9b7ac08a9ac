package dev.stoa.identity.account;

/**
 * Which accounts an administrator wants to see.
 *
 * @param typed part of the name, without regard to case; empty for all
 * @param awaiting only those with a field that is not verified
 */
record AccountSearch(String typed, boolean awaiting, Cursor after) {}
