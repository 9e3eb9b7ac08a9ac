/** How long lists are given out: a page at a time, each with a cursor to the next. */
@NullMarked
package dev.stoa.matchmaking.api.page;

import org.jspecify.annotations.NullMarked;
