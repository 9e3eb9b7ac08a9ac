package dev.stoa.identity.account;

/** What a display name may be made of. */
final class DisplayName {

    /** A control, line or paragraph separator, half a surrogate pair, or a sign that turns the writing direction. */
    static final String UNFIT_CHARACTER = "[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]";

    /** One to sixty characters of which at least one can be seen. */
    static final String PATTERN = "(?=.*\\S)(?!.*" + UNFIT_CHARACTER + ").{1,60}";

    private DisplayName() {}
}
