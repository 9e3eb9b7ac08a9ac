package dev.stoa.matchmaking.records.webhook;

import java.util.List;

/**
 * What is sent.
 *
 * @param id the same for each attempt
 * @param body JSON, signed as it is
 * @param secrets with which it is signed
 */
record Message(String id, String body, List<Secret> secrets) {}
