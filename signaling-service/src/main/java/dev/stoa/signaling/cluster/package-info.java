/** What the instances share through Redis: the rooms' logs, who is alive, and the orders from matchmaking. */
@NullMarked
package dev.stoa.signaling.cluster;

import org.jspecify.annotations.NullMarked;
