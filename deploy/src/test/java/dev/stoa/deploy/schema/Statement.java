package dev.stoa.deploy.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One statement of a migration.
 *
 * @param text in lower case, without comments, with single spaces
 * @param unusedSince what the comment {@code -- unused since <release>} before it names
 */
record Statement(String text, Optional<String> unusedSince) {

    /** Comments, and what semicolons and comments mean nothing in: strings, quoted names, bodies between dollars. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment>--[^\\n]*|/\\*.*?\\*/)|'(?:[^']|'')*'|\"[^\"]*\"|(?<tag>\\$\\w*\\$).*?\\k<tag>|(?<end>;)|.",
            Pattern.DOTALL);

    private static final Pattern MARKER = Pattern.compile("--\\s*unused since (\\w+(?:\\.\\w+)*)");
    private static final Pattern COMMA_OUTSIDE =
            Pattern.compile(",(?=(?:[^()]*\\((?:[^()]|\\([^()]*\\))*\\))*[^()]*$)");
    private static final Pattern ALTER_TABLE =
            Pattern.compile("alter table (?:if exists )?(?:only )?(?<table>\\S+) (?<actions>.*)");

    static List<Statement> allOf(String sql) {
        var all = new ArrayList<Statement>();
        var text = new StringBuilder();
        var unusedSince = Optional.<String>empty();
        var tokens = TOKEN.matcher(sql + ";");
        while (tokens.find()) {
            if (tokens.group("comment") != null) {
                var marker = MARKER.matcher(tokens.group());
                if (marker.lookingAt()) unusedSince = Optional.of(marker.group(1));
                text.append(' ');
            } else if (tokens.group("end") == null) {
                text.append(tokens.group());
            } else {
                var whole = text.toString().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
                if (!whole.isEmpty()) all.add(new Statement(whole, unusedSince));
                text.setLength(0);
                unusedSince = Optional.empty();
            }
        }
        return all;
    }

    /** What it does to an existing table, one by one; all that it says, if it is no {@code alter table}. */
    List<String> actions() {
        var alter = ALTER_TABLE.matcher(text);
        if (!alter.matches()) return List.of(text);
        return COMMA_OUTSIDE
                .splitAsStream(alter.group("actions"))
                .map(String::strip)
                .toList();
    }

    /** The table that it alters, or empty. */
    Optional<String> altered() {
        var alter = ALTER_TABLE.matcher(text);
        return alter.matches() ? Optional.of(alter.group("table")) : Optional.empty();
    }
}
