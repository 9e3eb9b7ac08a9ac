/** Keycloak as the OIDC provider: its realm, its demo accounts and what they offer at first sight. */
@NullMarked
package dev.stoa.localstack.provider;

import org.jspecify.annotations.NullMarked;
