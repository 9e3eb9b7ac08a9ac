/** The whole system as its users meet it: real Keycloak, PostgreSQL, Redis, services and browsers. */
@NullMarked
package dev.stoa.localstack.system;

import org.jspecify.annotations.NullMarked;
