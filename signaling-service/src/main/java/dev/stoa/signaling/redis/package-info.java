/** Connections to Redis that are pipelined, come back by themselves and notice when Redis falls silent. */
@NullMarked
package dev.stoa.signaling.redis;

import org.jspecify.annotations.NullMarked;
