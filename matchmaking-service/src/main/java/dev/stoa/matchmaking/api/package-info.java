/** What requests go through before anything is done: who asks, how often, whether it was asked before. */
@NullMarked
package dev.stoa.matchmaking.api;

import org.jspecify.annotations.NullMarked;
