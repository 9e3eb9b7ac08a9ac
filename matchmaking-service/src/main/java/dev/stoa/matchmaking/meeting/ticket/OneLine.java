package dev.stoa.matchmaking.meeting.ticket;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text on one line that can't disturb the page that shows it. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneLine.Fitting.class)
@interface OneLine {

    /** What is wrong with others. */
    String message() default "must be on one line, without control characters";

    /** Groups. */
    Class<?>[] groups() default {};

    /** Payload. */
    Class<? extends Payload>[] payload() default {};

    /** Looks for a control, line or paragraph separator, half a surrogate pair, or a sign that turns the writing direction. */
    class Fitting implements ConstraintValidator<OneLine, String> {

        private static final Pattern UNFIT =
                Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]");

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || !UNFIT.matcher(text).find();
        }
    }
}
