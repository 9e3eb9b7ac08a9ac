package dev.stoa.identity.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** The accounts in PostgreSQL. */
@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<Account, String> {

    private final Mutiny.SessionFactory factory;

    AccountRepository(Mutiny.SessionFactory factory) {
        this.factory = factory;
    }

    /**
     * Makes the holder's account unless it is there; of several calls at the same moment exactly one makes it.
     *
     * @return whether this call made it
     */
    Uni<Boolean> createIfAbsent(Holder holder) {
        return factory.withStatelessTransaction(session -> session.createNativeQuery(
                        "insert into account (id, display_name) values (:id, :name) on conflict (id) do nothing")
                .setParameter("id", holder.id())
                .setParameter("name", holder.displayName())
                .executeUpdate()
                .map(rows -> rows == 1));
    }
}
