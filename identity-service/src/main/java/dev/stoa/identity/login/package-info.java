/** Sign-in by OpenID Connect, and the session that keeps the tokens here and only hands out short-lived access tokens. */
@NullMarked
package dev.stoa.identity.login;

import org.jspecify.annotations.NullMarked;
