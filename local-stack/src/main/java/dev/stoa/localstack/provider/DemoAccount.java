package dev.stoa.localstack.provider;

import java.util.List;
import java.util.stream.Stream;

/**
 * An account that every new stack has.
 *
 * @param username what the person signs in with
 * @param firstName as the account shows it
 * @param lastName as the account shows it
 * @param role what the account is for in the demo: {@code learner}, {@code expert} or {@code administrator}
 * @param fields codes of ISCED-F 2013 that the account offers help in from the start; empty for a learner
 */
public record DemoAccount(String username, String firstName, String lastName, String role, List<String> fields) {
    /** Two learners, two experts, one administrator. */
    public static final List<DemoAccount> ALL = List.of(
            new DemoAccount("ada", "Ada", "Lovelace", "learner", List.of()),
            new DemoAccount("linus", "Linus", "Pauling", "learner", List.of()),
            new DemoAccount("grace", "Grace", "Hopper", "expert", List.of("061", "054")),
            new DemoAccount("alan", "Alan", "Turing", "expert", List.of("0541", "0613", "053")),
            new DemoAccount("admin", "Hypatia", "of Alexandria", "administrator", List.of()));

    public static Stream<DemoAccount> experts() {
        return ALL.stream().filter(account -> account.role().equals("expert"));
    }

    static DemoAccount administrator() {
        return ALL.stream()
                .filter(account -> account.role().equals("administrator"))
                .findFirst()
                .orElseThrow();
    }

    /** Meant to be known: a stack on one machine is a demo and listens on the loopback address only. */
    public String password() {
        return username;
    }

    public String displayName() {
        return firstName + " " + lastName;
    }
}
