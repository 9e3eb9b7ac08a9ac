@NullMarked
package dev.stoa.localstack.firefox;

import org.jspecify.annotations.NullMarked;
