package dev.stoa.identity.account;

import dev.stoa.identity.news.Outbox;
import dev.stoa.identity.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The accounts of those who come with a token: made at the first call, read and changed by their holders. */
@ApplicationScoped
public class Accounts {

    private final AccountRepository accounts;
    private final AccountViews views;
    private final Outbox outbox;
    private final Counter created;

    Accounts(AccountRepository accounts, AccountViews views, Outbox outbox, MeterRegistry meters) {
        this.accounts = accounts;
        this.views = views;
        this.outbox = outbox;
        this.created = Counter.builder("stoa.accounts.created")
                .description("Accounts made at somebody's first call")
                .register(meters);
    }

    /** The holder's account. Fails with {@link Problem#ACCOUNT_BANNED} if it is banned. */
    public Uni<AccountView> of(Holder holder) {
        return accounts.find(holder.id())
                .flatMap(found -> found.isPresent() ? Uni.createFrom().item(found.get()) : create(holder))
                .map(account -> views.own(admitted(account), holder));
    }

    /** The holder's account after the change. Fails with {@link Problem#ACCOUNT_BANNED} if it is banned. */
    Uni<AccountView> change(Holder holder, AccountChange change) {
        return of(holder)
                .chain(() -> accounts.change(
                        holder.id(),
                        (session, account) -> admitted(account).take(change)
                                ? outbox.add(session, views.profile(account)).replaceWith(account)
                                : Uni.createFrom().item(account)))
                .invoke(outbox::committed)
                .map(account -> views.own(account.orElseThrow(), holder));
    }

    private Uni<Account> create(Holder holder) {
        return accounts.createIfAbsent(holder)
                .invoke(isNew -> {
                    if (isNew) {
                        created.increment();
                    }
                })
                .chain(() -> accounts.find(holder.id()))
                .map(account -> account.orElseThrow());
    }

    private static Account admitted(Account account) {
        var ban = account.ban;
        if (ban != null) {
            throw Problem.ACCOUNT_BANNED
                    .asBuilder()
                    .withDetail("This account has been banned: " + ban.reason()
                            + " – Write to the operator if that is a mistake.")
                    .with("reason", ban.reason())
                    .build();
        }
        return account;
    }
}
