package dev.stoa.identity.account;

import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.stoa.identity.field.FieldCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A code of the classification of fields. */
@Target(TYPE_USE)
@Retention(RUNTIME)
@Constraint(validatedBy = KnownField.Check.class)
@interface KnownField {

    String message() default "a code from GET /api/identity/v1/fields, such as 0613";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks the code up in the classification. */
    @ApplicationScoped
    class Check implements ConstraintValidator<KnownField, String> {

        private final FieldCatalogue catalogue;

        Check(FieldCatalogue catalogue) {
            this.catalogue = catalogue;
        }

        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            return code != null && catalogue.has(code);
        }
    }
}
