/** Child processes: started, watched, stopped in order, and never left behind. */
@NullMarked
package dev.stoa.localstack.process;

import org.jspecify.annotations.NullMarked;
