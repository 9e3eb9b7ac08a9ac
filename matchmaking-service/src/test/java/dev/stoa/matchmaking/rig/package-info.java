/** Processes for tests: packaged instances of the service, and Redis servers. */
package dev.stoa.matchmaking.rig;
