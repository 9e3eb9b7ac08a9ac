package dev.stoa.localstack.provider;

import java.util.List;

/** Accounts of a test realm: any number of them, each signing in with its user name as the password. */
public final class TestAccounts {
    private final KeycloakAdmin admin;
    private final String realm;

    TestAccounts(KeycloakAdmin admin, String realm) {
        this.admin = admin;
        this.realm = realm;
    }

    /** A fresh access token, valid for five minutes. */
    public String token(String username) {
        return admin.accessToken(Realm.LOAD_CLIENT, "", username, username);
    }

    /** Creates accounts that have the user name as first name too; those that exist stay as they are. */
    public void create(List<String> usernames) {
        var accounts = usernames.stream()
                .map(name -> new DemoAccount(name, name, "Test", "learner", List.of()))
                .toList();
        admin.importPartially(realm, Realm.accounts(accounts));
    }
}
