package dev.stoa.identity.account;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/** The accounts in PostgreSQL. */
@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<Account, String> {

    /** How long the database may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** {@code since} is in milliseconds since 1970. */
    private static final String CREATE = """
            insert into account (id, display_name)
            select cast(:id as text), cast(:name as text) where not exists (
              select from deleted_account
              where id = :id and extract(epoch from deleted_at) * 1000 >= cast(:since as bigint))
            on conflict (id) do nothing
            """;

    private static final String COME_BACK = "update deleted_account set came_back_at = now() where id = :id";
    private static final String REMEMBER = """
            with forgotten as (
              delete from deleted_account where deleted_at < now() - interval '30 days' and id <> :id)
            insert into deleted_account (id) values (:id)
            on conflict (id) do update set deleted_at = now(), came_back_at = null returning id
            """;

    private static final String LOCK = "select id from account where id = :id for update";

    private static final String PAGE = """
            select id from account a
            where strpos(lower(display_name), lower(cast(:q as text))) > 0
              and (not cast(:awaiting as boolean) or cardinality(fields) >
                   (select count(*) from verification v where v.account = a.id))
              and (lower(display_name), id) > (lower(cast(:name as text)), cast(:id as text))
            order by lower(display_name), id
            """;

    private final Mutiny.SessionFactory factory;

    AccountRepository(Mutiny.SessionFactory factory) {
        this.factory = factory;
    }

    /**
     * Makes the holder's account unless it is there, or was deleted since she signed in; of several calls at the same moment
     * exactly one makes it.
     *
     * @return whether this call made it
     */
    Uni<Boolean> createIfAbsent(Holder holder) {
        return factory.withStatelessTransaction(session -> session.createNativeQuery(CREATE)
                .setParameter("id", holder.id())
                .setParameter("name", holder.displayName())
                .setParameter("since", holder.since().toEpochMilli())
                .executeUpdate()
                .map(made -> made == 1));
    }

    /** Takes note in the session of {@link #change} that the holder of a deleted account has begun anew. */
    Uni<Void> rememberComeBack(Mutiny.Session session, Account account) {
        return session.createNativeQuery(COME_BACK)
                .setParameter("id", account.id)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Deletes an account in the session of {@link #change}, and remembers for a month that it was there. */
    Uni<Void> delete(Mutiny.Session session, Account account) {
        return session.createNativeQuery(REMEMBER, String.class)
                .setParameter("id", account.id)
                .getSingleResult()
                .chain(() -> session.remove(account));
    }

    /** The account of this id, if there is one. */
    Uni<Optional<Account>> find(String id) {
        return inTime(Panache.withSession(() -> findById(id))).map(Optional::ofNullable);
    }

    /**
     * Changes an account in a transaction; changes of the same account come one after the other.
     *
     * @return the result of the change, or none if there is no such account
     */
    <T> Uni<Optional<T>> change(String id, BiFunction<Mutiny.Session, Account, Uni<T>> change) {
        return inTime(Panache.withTransaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LOCK, String.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull()
                        .chain(() -> findById(id))
                        .flatMap(account -> account == null
                                ? Uni.createFrom().item(Optional.<T>empty())
                                : change.apply(session, account).map(Optional::of)))));
    }

    /** At most so many accounts that fit the search, by name, after the cursor. */
    Uni<List<Account>> page(AccountSearch search, int most) {
        return inTime(Panache.withSession(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(PAGE, String.class)
                        .setParameter("q", search.typed())
                        .setParameter("awaiting", search.awaiting())
                        .setParameter("name", search.after().name())
                        .setParameter("id", search.after().id())
                        .setMaxResults(most)
                        .getResultList()
                        .flatMap(ids -> session.createSelectionQuery(
                                        "select distinct a from Account a left join fetch a.verifications where a.id in :ids",
                                        Account.class)
                                .setParameter("ids", ids)
                                .getResultList()
                                .map(found -> inOrder(ids, found))))));
    }

    private static List<Account> inOrder(List<String> ids, List<Account> accounts) {
        return ids.stream()
                .flatMap(id -> accounts.stream().filter(account -> account.id.equals(id)))
                .toList();
    }

    private static <T> Uni<T> inTime(Uni<T> query) {
        return query.ifNoItem().after(PATIENCE).fail();
    }
}
