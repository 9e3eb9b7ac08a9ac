/** The fields of expertise: the ISCED-F 2013 classification, searchable in everyday words. */
@NullMarked
package dev.stoa.identity.field;

import org.jspecify.annotations.NullMarked;
