/** PostgreSQL and Redis, from the binaries that Maven fetches. */
@NullMarked
package dev.stoa.localstack.store;

import org.jspecify.annotations.NullMarked;
