package dev.stoa.signaling.protocol;

/**
 * A message whose number is not known yet.
 *
 * @param before its JSON up to the number
 * @param after the rest of its JSON
 */
public record Unnumbered(String before, String after) {}
