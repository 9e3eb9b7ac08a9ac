package dev.stoa.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings of a service as its source declares them: interfaces with {@code @ConfigMapping} and Javadoc. */
record Settings(String service, List<Setting> all) {

    static final List<String> SERVICES = List.of("identity-service", "matchmaking-service", "signaling-service");

    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final String ANNOTATION = "@\\w+(?:\\((?:\"[^\"]*\"|[^\"()])*\\))?\\s*";
    private static final Pattern KEY = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*?)\\*/\\s*((?:" + ANNOTATION + ")*)([\\w.<>?, @()]+?) (\\w+)\\(\\);",
            Pattern.DOTALL);
    private static final Pattern STANDARD = Pattern.compile("@WithDefault\\(\\s*\"([^\"]*)\"");
    private static final Pattern ALIAS = Pattern.compile("(?m)^(stoa\\.[\\w.-]+)=\\$\\{(STOA_\\w+)(?::([^}]*))?}");
    private static final Pattern LINK = Pattern.compile("\\{@\\w+ ([^}]*)}");

    static Settings of(String service) {
        var aliases = aliases(Tree.read(properties(service)));
        var all = sources(service).stream()
                .flatMap(source -> settings(source, aliases))
                .sorted(Comparator.comparing(Setting::variable))
                .toList();
        return new Settings(service, all);
    }

    /** The sources of the interfaces that declare settings. */
    static List<String> sources(String service) {
        try (var files = Files.walk(Project.ROOT.resolve(service).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Tree::read)
                    .filter(source -> PREFIX.matcher(source).find())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Setting> settings(String source, Map<String, String> aliases) {
        var prefix = PREFIX.matcher(source);
        if (!prefix.find()) return Stream.empty();
        var body = source.substring(prefix.end());
        return KEY.matcher(body.substring(body.indexOf('{') + 1)).results().map(key -> {
            var name = prefix.group(1) + "." + kebab(key.group(4));
            var variable = aliases.getOrDefault(name, Setting.variable(name));
            var standard = STANDARD.matcher(key.group(2));
            var optional = key.group(2).contains("@WithDefault") || key.group(3).startsWith("Optional");
            return new Setting(variable, standard.find() ? standard.group(1) : "", !optional, plain(key.group(1)));
        });
    }

    /** What application.properties calls otherwise than its key would be called. */
    private static Map<String, String> aliases(String properties) {
        var aliases = new HashMap<String, String>();
        ALIAS.matcher(properties).results().forEach(alias -> aliases.put(alias.group(1), alias.group(2)));
        return aliases;
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }

    private static String plain(String javadoc) {
        var text = javadoc.replaceAll("\\s*\\n\\s*\\*?\\s*", " ")
                .replaceAll("(?s)@(return|see|param).*", "")
                .strip();
        return LINK.matcher(text).replaceAll("`$1`").replace("|", "\\|").replaceAll("<[^>]+>", "");
    }

    static Path properties(String service) {
        return Project.ROOT.resolve(service).resolve("src/main/resources/application.properties");
    }
}
