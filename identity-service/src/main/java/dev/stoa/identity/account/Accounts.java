package dev.stoa.identity.account;

import dev.stoa.identity.field.FieldCatalogue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The accounts of those who come with a token: made at the first call, read and changed by their holders. */
@ApplicationScoped
public class Accounts {

    /** How long the database may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final AccountRepository accounts;
    private final FieldCatalogue catalogue;
    private final Counter created;

    Accounts(AccountRepository accounts, FieldCatalogue catalogue, MeterRegistry meters) {
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.created = Counter.builder("stoa.accounts.created")
                .description("Accounts made at somebody's first call")
                .register(meters);
    }

    /** The holder's account. */
    public Uni<AccountView> of(Holder holder) {
        return Panache.withSession(() -> accounts.findById(holder.id()))
                .onItem()
                .ifNull()
                .switchTo(() -> create(holder))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(account -> view(account, holder));
    }

    /** The holder's account after the change. */
    Uni<AccountView> change(Holder holder, AccountChange change) {
        return of(holder)
                .chain(() -> Panache.withTransaction(
                        () -> accounts.findById(holder.id()).invoke(account -> account.take(change))))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(account -> view(account, holder));
    }

    private Uni<Account> create(Holder holder) {
        return accounts.createIfAbsent(holder)
                .invoke(isNew -> {
                    if (isNew) {
                        created.increment();
                    }
                })
                .chain(() -> Panache.withSession(() -> accounts.findById(holder.id())));
    }

    private AccountView view(Account account, Holder holder) {
        var fields = account.fields.stream()
                .map(catalogue::named)
                .flatMap(Optional::stream)
                .toList();
        return new AccountView(
                account.id, account.displayName, List.copyOf(account.languages), fields, holder.administrator());
    }
}
