/** How a start looks in a terminal. */
@NullMarked
package dev.stoa.localstack.terminal;

import org.jspecify.annotations.NullMarked;
