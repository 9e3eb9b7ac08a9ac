/** Who people are: sign-in, accounts and the fields they know. Each feature is a package of its own. */
@NullMarked
package dev.stoa.identity;

import org.jspecify.annotations.NullMarked;
