package dev.stoa.deploy;

import java.util.Locale;

/**
 * Something that an operator may set.
 *
 * @param variable the environment variable
 * @param standard its default; nothing where there is none
 * @param required whether a service does not start without it
 * @param meaning the first sentences of its Javadoc
 */
record Setting(String variable, String standard, boolean required, String meaning) {

    /** A line of the table in docs/operations.md. */
    String row() {
        return "| `%s` | %s | %s |".formatted(variable, standard.isEmpty() ? "" : "`" + standard + "`", meaning);
    }

    /** How MicroProfile Config names a key in the environment. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
