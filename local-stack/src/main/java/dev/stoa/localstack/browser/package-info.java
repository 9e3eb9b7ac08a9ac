/** Real browsers, driven as a person would, for the benches and the system tests. */
@NullMarked
package dev.stoa.localstack.browser;

import org.jspecify.annotations.NullMarked;
