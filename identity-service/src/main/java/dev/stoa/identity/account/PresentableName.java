package dev.stoa.identity.account;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A name of 1 to 60 characters, at least one of them visible, that cannot disturb the page that shows it. */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = PresentableName.Check.class)
@interface PresentableName {

    int LONGEST = 60;

    /** A control, line or paragraph separator, half a surrogate pair, or a sign that turns the writing direction. */
    String UNFIT_CHARACTER = "[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]";

    String message() default "1 to 60 characters, at least one of them visible, no control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Counts characters as people do (code points); leaves an absent name to others. */
    class Check implements ConstraintValidator<PresentableName, String> {

        private static final Pattern UNFIT = Pattern.compile(UNFIT_CHARACTER);

        @Override
        public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
            return name == null || fits(name);
        }

        static boolean fits(String name) {
            return !name.isBlank()
                    && name.codePointCount(0, name.length()) <= LONGEST
                    && !UNFIT.matcher(name).find();
        }
    }
}
