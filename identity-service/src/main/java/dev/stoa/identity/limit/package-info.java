/** How often callers may ask for something. */
@NullMarked
package dev.stoa.identity.limit;

import org.jspecify.annotations.NullMarked;
