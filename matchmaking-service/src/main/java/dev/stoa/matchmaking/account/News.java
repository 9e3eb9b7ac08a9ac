package dev.stoa.matchmaking.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

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
            case AccountNews.Changed changed -> accounts.forget(changed.account());
            case AccountNews.Closed closed -> {
                bans.add(closed.account());
                accounts.forget(closed.account());
            }
            case AccountNews.Reopened reopened -> {
                bans.remove(reopened.account());
                accounts.forget(reopened.account());
            }
            case AccountNews.Other other -> {}
        }
    }

    @Override
    public void handled(AccountNews news) {
        if (news instanceof AccountNews.Closed closed) {
            closings.fire(new AccountClosed(closed.account()));
        }
    }
}
