package dev.stoa.identity.field;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How fine a field is: broad fields hold narrow fields, which hold detailed ones. */
@Schema(description = "How fine a field is: a broad field holds narrow ones, which hold detailed ones")
public enum Level {
    @JsonProperty("broad")
    BROAD(2),
    @JsonProperty("narrow")
    NARROW(3),
    @JsonProperty("detailed")
    DETAILED(4);

    private final int digits;

    Level(int digits) {
        this.digits = digits;
    }

    static Level ofCode(String code) {
        for (Level level : values()) {
            if (level.digits == code.length()) {
                return level;
            }
        }
        throw new IllegalArgumentException("A field's code has 2 to 4 digits: " + code);
    }

    /** The length of the level's codes, in digits. */
    int digits() {
        return digits;
    }
}
