/** What a migration may do while the version before it still serves. */
package dev.stoa.deploy.schema;
