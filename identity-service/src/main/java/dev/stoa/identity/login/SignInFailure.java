package dev.stoa.identity.login;

import java.util.Locale;

/** Why a sign-in came to nothing; the home page is told by the query parameter {@code signIn}. */
enum SignInFailure {
    /** The person, or the provider on her behalf, said no. */
    CANCELLED,
    /** The answer of the provider could not be used: too late, repeated, or not meant for this browser. */
    FAILED,
    /** The provider or the session store is away. */
    UNAVAILABLE;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The page that tells the person. */
    String page() {
        return ReturnTo.HOME + "?signIn=" + wireName();
    }
}
