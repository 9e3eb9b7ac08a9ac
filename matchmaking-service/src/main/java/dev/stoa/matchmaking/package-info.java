/**
 * Who meets whom: tickets, availabilities, offers and matches over one queue in Redis. Its packages know each other in one
 * direction only: {@code records}, {@code meeting}, {@code api}, {@code queue}, {@code problem}.
 */
@NullMarked
package dev.stoa.matchmaking;

import org.jspecify.annotations.NullMarked;
