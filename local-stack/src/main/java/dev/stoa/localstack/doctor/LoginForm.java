package dev.stoa.localstack.doctor;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The form of a provider's login page, the first one that asks for a password.
 *
 * @param action where it is sent
 * @param fields its other fields by name, with their values
 * @param user the name of the field for the user's name
 * @param password the name of the field for the password
 */
record LoginForm(URI action, Map<String, String> fields, String user, String password) {
    private static final Pattern FORM = Pattern.compile("(?is)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern INPUT = Pattern.compile("(?is)<input\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?is)([a-z-]+)\\s*=\\s*\"([^\"]*)\"");

    static Optional<LoginForm> in(URI page, String html) {
        var forms = FORM.matcher(html);
        while (forms.find()) {
            var form = of(page, attributes(forms.group(1)).getOrDefault("action", ""), forms.group(2));
            if (form.isPresent()) return form;
        }
        return Optional.empty();
    }

    private static Optional<LoginForm> of(URI page, String action, String inside) {
        var fields = new LinkedHashMap<String, String>();
        String user = "";
        String password = "";
        var inputs = INPUT.matcher(inside);
        while (inputs.find()) {
            var input = attributes(inputs.group(1));
            var name = input.getOrDefault("name", "");
            switch (input.getOrDefault("type", "text")) {
                case "password" -> password = name;
                case "text", "email" -> user = user.isEmpty() ? name : user;
                case "hidden" -> fields.put(name, input.getOrDefault("value", ""));
                default -> {}
            }
        }
        return user.isEmpty() || password.isEmpty()
                ? Optional.empty()
                : Optional.of(new LoginForm(page.resolve(action), fields, user, password));
    }

    /** What is sent for this user. */
    String filled(String username, String secret) {
        var all = new LinkedHashMap<>(fields);
        all.put(user, username);
        all.put(password, secret);
        return all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> attributes(String tag) {
        var found = new LinkedHashMap<String, String>();
        var matcher = ATTRIBUTE.matcher(tag);
        while (matcher.find()) {
            found.put(matcher.group(1).toLowerCase(Locale.ROOT), unescaped(matcher.group(2)));
        }
        return found;
    }

    private static String unescaped(String text) {
        return text.replace("&#x2F;", "/")
                .replace("&#x3D;", "=")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
