package dev.stoa.identity.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * That an account is shut out.
 *
 * @param by id of the administrator who says so
 * @param reason for the banned person to read, 1 to 200 characters
 */
@Embeddable
record Ban(
        @Column(name = "banned_by") String by,
        @Column(name = "banned_at") Instant at,
        @Column(name = "ban_reason") String reason) {}
