package dev.stoa.identity.account;

import dev.stoa.identity.news.News;
import dev.stoa.identity.news.Outbox;
import dev.stoa.identity.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The accounts of those who come with a token: made at the first call, read, changed and deleted by their holders. */
@ApplicationScoped
public class Accounts {

    private final AccountRepository accounts;
    private final AccountViews views;
    private final Outbox outbox;
    private final Counter created;
    private final Counter deleted;

    Accounts(AccountRepository accounts, AccountViews views, Outbox outbox, MeterRegistry meters) {
        this.accounts = accounts;
        this.views = views;
        this.outbox = outbox;
        this.created = Counter.builder("stoa.accounts.created")
                .description("Accounts made at somebody's first call")
                .register(meters);
        this.deleted = Counter.builder("stoa.accounts.deleted")
                .description("Accounts that their holders deleted")
                .register(meters);
    }

    /**
     * The holder's account. Fails with {@link Problem#ACCOUNT_BANNED} if it is banned, and with
     * {@link Problem#ACCOUNT_DELETED} if it was deleted since she signed in.
     */
    public Uni<AccountView> of(Holder holder) {
        return accounts.find(holder.id())
                .flatMap(found -> found.isPresent() ? Uni.createFrom().item(found.get()) : create(holder))
                .map(account -> admitted(account, holder))
                .call(account -> account.isBackUnnoticed()
                        ? tellComeBack(holder)
                        : Uni.createFrom().voidItem())
                .map(account -> views.own(account, holder));
    }

    /** The holder's account after the change. Fails as {@link #of} does. */
    Uni<AccountView> change(Holder holder, AccountChange change) {
        return of(holder)
                .chain(() -> accounts.change(
                        holder.id(),
                        (session, account) -> admitted(account, holder).take(change)
                                ? outbox.add(session, views.profile(account)).replaceWith(account)
                                : Uni.createFrom().item(account)))
                .invoke(outbox::committed)
                .map(account -> views.own(account.orElseThrow(Accounts::gone), holder));
    }

    /**
     * Deletes the holder's account, if there is one; she may begin anew by signing in again. Fails with
     * {@link Problem#ACCOUNT_BANNED} if it is banned: its row is what keeps her out, so it stays.
     */
    Uni<Void> delete(Holder holder) {
        return accounts.change(
                        holder.id(),
                        (session, account) -> accounts.delete(session, admitted(account, holder))
                                .chain(() -> outbox.add(session, new News.Deleted(holder.id())))
                                .replaceWith(account))
                .invoke(gone -> gone.ifPresent(account -> deleted.increment()))
                .invoke(outbox::committed)
                .replaceWithVoid();
    }

    private Uni<Account> create(Holder holder) {
        return accounts.createIfAbsent(holder)
                .invoke(isNew -> {
                    if (isNew) {
                        created.increment();
                    }
                })
                .chain(() -> accounts.find(holder.id()))
                .map(account -> account.orElseThrow(Accounts::gone));
    }

    /** Not as the account is made, for the version before makes accounts, too, and tells nobody. */
    private Uni<Void> tellComeBack(Holder holder) {
        return accounts.change(
                        holder.id(),
                        (session, account) -> admitted(account, holder).isBackUnnoticed()
                                ? accounts.rememberComeBack(session, account)
                                        .chain(() -> outbox.add(session, new News.Unbanned(holder.id())))
                                        .replaceWith(account)
                                : Uni.createFrom().item(account))
                .invoke(outbox::committed)
                .replaceWithVoid();
    }

    private static HttpProblem gone() {
        return Problem.ACCOUNT_DELETED
                .asBuilder()
                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .build();
    }

    private static Account admitted(Account account, Holder holder) {
        if (!account.isOfSince(holder.since())) {
            throw gone();
        }
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
