/** What other services are told of accounts: written with each change, and carried to a stream in Redis. */
@NullMarked
package dev.stoa.identity.news;

import org.jspecify.annotations.NullMarked;
