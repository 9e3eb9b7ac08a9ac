/** Measurements that anyone can repeat: {@code ./stoa bench …}. Each ends with one line of JSON. */
@NullMarked
package dev.stoa.localstack.bench;

import org.jspecify.annotations.NullMarked;
