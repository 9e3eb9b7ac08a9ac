/** Which STUN and TURN servers a page may use, and with which short-lived credentials. */
@NullMarked
package dev.stoa.signaling.ice;

import org.jspecify.annotations.NullMarked;
