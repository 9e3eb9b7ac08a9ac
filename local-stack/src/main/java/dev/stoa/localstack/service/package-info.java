/** Stoa's own services as child JVMs, wired by environment variables alone. */
@NullMarked
package dev.stoa.localstack.service;

import org.jspecify.annotations.NullMarked;
