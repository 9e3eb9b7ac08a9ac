package dev.stoa.identity.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * That somebody knows a field.
 *
 * @param by id of the administrator who says so
 */
@Embeddable
record Verification(
        @Column(name = "verified_by") String by,
        @Column(name = "verified_at") Instant at) {}
