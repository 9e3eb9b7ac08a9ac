/** What operators see: readiness and figures. */
@NullMarked
package dev.stoa.signaling.watch;

import org.jspecify.annotations.NullMarked;
