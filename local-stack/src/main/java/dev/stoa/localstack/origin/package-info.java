/** The one origin that browsers see: routes by prefix, tells services who asked, serves the web-ui. */
@NullMarked
package dev.stoa.localstack.origin;

import org.jspecify.annotations.NullMarked;
