package dev.stoa.localstack.provider;

import java.util.List;
import java.util.function.Supplier;

/** Accounts of a test realm: any number of them, each signing in with its user name as the password. */
public final class TestAccounts {
    private final PasswordGrant grant;
    private final Supplier<KeycloakAdmin> admin;

    TestAccounts(PasswordGrant grant, Supplier<KeycloakAdmin> admin) {
        this.grant = grant;
        this.admin = admin;
    }

    /** A fresh access token, valid for five minutes. */
    public String token(String username) {
        return grant.token(Realm.LOAD_CLIENT, "", username, username);
    }

    /** Ends all sessions of an account at the provider, and not at its clients. */
    public void signOut(String username) {
        admin.get().signOut(grant.realm(), username);
    }

    /** Creates accounts that have the user name as first name too; those that exist stay as they are. */
    public void create(List<String> usernames) {
        var accounts = usernames.stream()
                .map(name -> new DemoAccount(name, name, "Test", "learner", List.of()))
                .toList();
        admin.get().importPartially(grant.realm(), Realm.accounts(accounts));
    }
}
