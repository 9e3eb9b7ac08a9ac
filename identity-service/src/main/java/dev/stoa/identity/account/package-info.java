/** The signed-in person: name, languages and the fields of help, one row each in PostgreSQL. */
@NullMarked
package dev.stoa.identity.account;

import org.jspecify.annotations.NullMarked;
