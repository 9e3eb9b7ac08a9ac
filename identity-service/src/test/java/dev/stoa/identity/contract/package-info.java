/** The OpenAPI document and the service say the same. */
package dev.stoa.identity.contract;
