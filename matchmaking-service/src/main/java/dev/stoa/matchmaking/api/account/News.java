package dev.stoa.matchmaking.api.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;

/** What this instance makes of news of accounts: it asks anew, and lets the banned wait outside. */
@ApplicationScoped
class News implements AccountStream.Listener {

    private final Accounts accounts;
    private final Bans bans;
    private final Event<AccountClosed> closings;

    News(Accounts accounts, Bans bans, Event<AccountClosed> closings) {
        this.accounts = accounts;
        this.bans = bans;
        this.closings = closings;
    }

    @Override
    public void heard(AccountNews news) {
        switch (news) {
            case AccountNews.Changed(String account, List<String> verified) -> accounts.forget(account);
            case AccountNews.Banned(String account) -> shutOut(account);
            case AccountNews.Deleted(String account) -> shutOut(account);
            case AccountNews.Unbanned(String account) -> {
                bans.remove(account);
                accounts.forget(account);
            }
            case AccountNews.Other() -> {}
        }
    }

    private void shutOut(String account) {
        bans.add(account);
        accounts.forget(account);
    }

    @Override
    public void handled(AccountNews news) {
        switch (news) {
            case AccountNews.Banned(String account) -> closings.fire(new AccountClosed(account));
            case AccountNews.Deleted(String account) -> closings.fire(new AccountClosed(account));
            case AccountNews.Changed changed -> {}
            case AccountNews.Unbanned unbanned -> {}
            case AccountNews.Other other -> {}
        }
    }
}
