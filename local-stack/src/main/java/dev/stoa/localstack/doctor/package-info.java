/**
 * The self-test of an installation: walks through it as two people would, from outside, and says in plain words what to mend.
 */
@NullMarked
package dev.stoa.localstack.doctor;

import org.jspecify.annotations.NullMarked;
