package dev.stoa.identity.account;

import dev.stoa.identity.news.News;
import dev.stoa.identity.news.Outbox;
import dev.stoa.identity.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What administrators do with accounts. Doing it twice changes nothing, and so tells nobody anything. Fails with
 * {@link Problem#UNKNOWN_ACCOUNT} if there is no such account.
 */
@ApplicationScoped
class Administration {

    private final AccountRepository accounts;
    private final AccountViews views;
    private final Outbox outbox;
    private final MeterRegistry meters;

    Administration(AccountRepository accounts, AccountViews views, Outbox outbox, MeterRegistry meters) {
        this.accounts = accounts;
        this.views = views;
        this.outbox = outbox;
        this.meters = meters;
    }

    Uni<AccountPage> page(AccountSearch search, int limit) {
        return accounts.page(search, limit + 1).map(found -> {
            List<Account> shown = found.subList(0, Math.min(limit, found.size()));
            var next = found.size() > limit ? Cursor.behind(shown.getLast()).encode() : null;
            return new AccountPage(shown.stream().map(views::administered).toList(), next);
        });
    }

    Uni<AdministeredAccount> get(String id) {
        return accounts.find(id).map(Administration::known).map(views::administered);
    }

    /** Fails with {@link Problem#FIELD_NOT_OFFERED} if the account does not offer the field. */
    Uni<Void> verify(String id, String field, Holder by) {
        return change(id, account -> {
            if (!account.fields.contains(field)) {
                throw Problem.FIELD_NOT_OFFERED.asException();
            }
            if (account.verifications.putIfAbsent(field, new Verification(by.id(), Instant.now())) != null) {
                return Optional.empty();
            }
            meters.counter("stoa.verifications", "change", "given").increment();
            return Optional.of(views.profile(account));
        });
    }

    Uni<Void> withdraw(String id, String field) {
        return change(id, account -> {
            if (account.verifications.remove(field) == null) {
                return Optional.empty();
            }
            meters.counter("stoa.verifications", "change", "withdrawn").increment();
            return Optional.of(views.profile(account));
        });
    }

    /** Fails with {@link Problem#OWN_ACCOUNT} if the administrator means herself. */
    Uni<Void> ban(String id, String reason, Holder by) {
        if (id.equals(by.id())) {
            throw Problem.OWN_ACCOUNT.asException();
        }
        return change(id, account -> {
            if (account.ban != null && account.ban.reason().equals(reason)) {
                return Optional.empty();
            }
            account.ban = new Ban(by.id(), Instant.now(), reason);
            meters.counter("stoa.bans", "change", "given").increment();
            return Optional.of(new News.Banned(id, reason));
        });
    }

    Uni<Void> unban(String id) {
        return change(id, account -> {
            if (account.ban == null) {
                return Optional.empty();
            }
            account.ban = null;
            meters.counter("stoa.bans", "change", "lifted").increment();
            return Optional.of(new News.Unbanned(id));
        });
    }

    /** Changes an account and leaves the news of it, if there is any, in the same transaction. */
    private Uni<Void> change(String id, Function<Account, Optional<News>> change) {
        return accounts.change(
                        id,
                        (session, account) -> change.apply(account)
                                .map(news -> outbox.add(session, news))
                                .orElseGet(() -> Uni.createFrom().voidItem())
                                .replaceWith(account))
                .invoke(Administration::known)
                .invoke(outbox::committed)
                .replaceWithVoid();
    }

    private static Account known(Optional<Account> account) {
        return account.orElseThrow(Problem.UNKNOWN_ACCOUNT::asException);
    }
}
