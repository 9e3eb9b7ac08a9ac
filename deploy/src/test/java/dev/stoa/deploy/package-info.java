/** What has to be true of the manifests, the Compose file and the table of settings, checked without a cluster. */
@NullMarked
package dev.stoa.deploy;

import org.jspecify.annotations.NullMarked;
