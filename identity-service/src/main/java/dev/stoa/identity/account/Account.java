package dev.stoa.identity.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The stored account. Its row is made by {@link AccountRepository#createIfAbsent}, never by Hibernate. */
@Entity
@Table(name = "account")
class Account {

    /** The provider's subject. */
    @Id
    String id = "";

    @Column(name = "display_name")
    String displayName = "";

    /** ISO 639-1 codes, the preferred one first. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<String> languages = List.of();

    /** Codes of the fields in which this person helps. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<String> fields = List.of();

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    /** Takes over what its holder says; repeated languages and fields count once. */
    void take(AccountChange change) {
        displayName = change.displayName().strip();
        languages = change.languages().stream().distinct().toList();
        fields = change.fields().stream().distinct().toList();
        changedAt = Instant.now();
    }
}
