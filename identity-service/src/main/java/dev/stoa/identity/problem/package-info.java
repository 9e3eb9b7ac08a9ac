/** What went wrong, told in one form: RFC 9457 problem details with a stable type and the next step. */
@NullMarked
package dev.stoa.identity.problem;

import org.jspecify.annotations.NullMarked;
