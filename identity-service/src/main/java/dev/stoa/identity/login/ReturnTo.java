package dev.stoa.identity.login;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a sign-in may end: on a page of this origin, nowhere else. */
final class ReturnTo {

    static final String HOME = "/";

    /** One slash, then neither a slash nor a backslash; printable ASCII without backslashes; at most 1,000 characters. */
    private static final Pattern LOCAL_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]{0,999}");

    private ReturnTo() {}

    /** The wanted path if it is one of this origin, else the home page. */
    static String orHome(@Nullable String wanted) {
        return wanted != null && LOCAL_PATH.matcher(wanted).matches() ? wanted : HOME;
    }
}
