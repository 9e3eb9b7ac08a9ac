package dev.stoa.identity.account;

import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A two-letter ISO 639-1 code in lower case. */
@Target(TYPE_USE)
@Retention(RUNTIME)
@Constraint(validatedBy = KnownLanguage.Check.class)
@interface KnownLanguage {

    String message() default "a two-letter ISO 639-1 code in lower case, such as en";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks the code up in the Java platform's list. */
    class Check implements ConstraintValidator<KnownLanguage, String> {

        private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            return code != null && CODES.contains(code);
        }
    }
}
