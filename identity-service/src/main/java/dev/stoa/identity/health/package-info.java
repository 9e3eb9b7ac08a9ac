/** Whether this instance can do its work. */
@NullMarked
package dev.stoa.identity.health;

import org.jspecify.annotations.NullMarked;
