package dev.stoa.identity.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

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

    /** By code; only of fields in which this person helps. */
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "verification", joinColumns = @JoinColumn(name = "account"))
    @MapKeyColumn(name = "field")
    Map<String, Verification> verifications = new HashMap<>();

    @Embedded
    @Nullable
    Ban ban;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    /** When an account of this id was deleted, unless that is long ago. */
    @Formula("(select d.deleted_at from deleted_account d where d.id = id)")
    @Nullable
    Instant deletedAt;

    /** When it was noticed that this is an account after a deletion. */
    @Formula("(select d.came_back_at from deleted_account d where d.id = id)")
    @Nullable
    Instant cameBackAt;

    /** Whether it is that of somebody who showed who she is then; one from before its deletion was another one. */
    boolean isOfSince(Instant moment) {
        return deletedAt == null || moment.isAfter(deletedAt);
    }

    /** Whether others may still take it for deleted. */
    boolean isBackUnnoticed() {
        return deletedAt != null && cameBackAt == null;
    }

    /**
     * Takes over what its holder says; repeated languages and fields count once. A field that is given up loses its
     * verification.
     *
     * @return whether anything is different now
     */
    boolean take(AccountChange change) {
        var name = change.displayName().strip();
        var newLanguages = change.languages().stream().distinct().toList();
        var newFields = change.fields().stream().distinct().toList();
        if (name.equals(displayName) && newLanguages.equals(languages) && newFields.equals(fields)) {
            return false;
        }
        displayName = name;
        languages = newLanguages;
        fields = newFields;
        verifications.keySet().retainAll(newFields);
        changedAt = Instant.now();
        return true;
    }
}
