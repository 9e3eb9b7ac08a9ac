package dev.stoa.identity.field;

import java.util.List;

/**
 * A field of expertise of the classification.
 *
 * @param code two digits (broad), three (narrow) or four (detailed); begins with the code of the field above
 * @param name the English name of the standard
 * @param everydayWords what people call it, words and phrases
 */
record Field(String code, String name, List<String> everydayWords) {

    Level level() {
        return Level.ofCode(code);
    }
}
