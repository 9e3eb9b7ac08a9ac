package dev.stoa.localstack.doctor;

/**
 * What was found out about one thing.
 *
 * @param mark how it stands
 * @param what the thing, in few words
 * @param detail what was seen; for what is broken or doubtful, also what to do about it
 */
record Finding(Mark mark, String what, String detail) {
    /** How a thing stands. */
    enum Mark {
        FINE("ok  "),
        /** It works, but an operator should know. */
        DOUBTFUL("note"),
        BROKEN("FAIL"),
        /** Not looked at, because something before it is missing. */
        SKIPPED("skip");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }
    }

    @Override
    public String toString() {
        return "%s  %-34s %s".formatted(mark.sign, what, detail.replace("\n", "\n" + " ".repeat(41)));
    }
}
