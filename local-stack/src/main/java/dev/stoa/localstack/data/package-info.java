/** What a stack keeps between its runs: one locked folder with state, secrets and logs. */
@NullMarked
package dev.stoa.localstack.data;

import org.jspecify.annotations.NullMarked;
