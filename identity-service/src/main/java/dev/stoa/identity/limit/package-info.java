/** How often callers may change something. */
@NullMarked
package dev.stoa.identity.limit;

import org.jspecify.annotations.NullMarked;
