package dev.stoa.matchmaking.api.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;

/** What this instance makes of news of accounts: it asks anew, and lets the banned, the deleted and those signed out wait outside. */
@ApplicationScoped
class News implements AccountStream.Listener {

    private final Accounts accounts;
    private final Bans bans;
    private final SignOuts signOuts;
    private final Event<AccountClosed> closings;
    private final Event<SessionClosed> sessionClosings;

    News(
            Accounts accounts,
            Bans bans,
            SignOuts signOuts,
            Event<AccountClosed> closings,
            Event<SessionClosed> sessionClosings) {
        this.accounts = accounts;
        this.bans = bans;
        this.signOuts = signOuts;
        this.closings = closings;
        this.sessionClosings = sessionClosings;
    }

    @Override
    public void heard(AccountNews news) {
        switch (news) {
            case AccountNews.Changed(String account, List<String> verified) -> accounts.forget(account);
            case AccountNews.Banned(String account) -> {
                bans.ban(account);
                accounts.forget(account);
            }
            case AccountNews.Deleted(String account) -> {
                bans.delete(account);
                accounts.forget(account);
            }
            case AccountNews.Unbanned(String account) -> {
                bans.letIn(account);
                accounts.forget(account);
            }
            case AccountNews.SignedOut(String account, String session, Instant until) -> signOuts.add(session, until);
            case AccountNews.Other() -> {}
        }
    }

    @Override
    public void handled(AccountNews news) {
        switch (news) {
            case AccountNews.Banned(String account) -> closings.fire(new AccountClosed(account));
            case AccountNews.Deleted(String account) -> closings.fire(new AccountClosed(account));
            case AccountNews.SignedOut(String account, String session, Instant until) ->
                sessionClosings.fire(new SessionClosed(account, session, until));
            case AccountNews.Changed changed -> {}
            case AccountNews.Unbanned unbanned -> {}
            case AccountNews.Other other -> {}
        }
    }
}
