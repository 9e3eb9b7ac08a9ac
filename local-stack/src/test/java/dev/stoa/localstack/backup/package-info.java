/** Backup and restore as they are shipped, on real servers. */
@NullMarked
package dev.stoa.localstack.backup;

import org.jspecify.annotations.NullMarked;
