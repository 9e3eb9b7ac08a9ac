package dev.stoa.identity.login;

/** Where sign-in happens. */
final class LoginPaths {

    static final String BASE = "/api/identity/v1";
    static final String LOGIN = BASE + "/login";
    static final String CALLBACK = LOGIN + "/callback";

    private LoginPaths() {}

    static boolean isSignIn(String path) {
        return path.equals(LOGIN) || path.equals(CALLBACK);
    }
}
