package dev.stoa.signaling.cluster;

/**
 * A peer's place in a room, as far as it is read outside of the steps.
 *
 * @param connection the one that it has, or had last
 * @param instance the one that holds the connection
 * @param isPresent whether its page is not away
 * @param session the key of its session
 */
record Place(String connection, String instance, boolean isPresent, String session) {

    private static final int PARTS = 7;
    private static final String PRESENT = "0";

    /** Reads what lua/parts/shared.lua wrote. */
    static Place of(String text) {
        var parts = text.split(" ", PARTS);
        return new Place(parts[0], parts[1], parts[3].equals(PRESENT), parts[4]);
    }
}
