package dev.stoa.matchmaking.records.webhook;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** One of the types of events. */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = KnownType.Fitting.class)
@interface KnownType {

    /** What is wrong with others. */
    String message() default "must be a type of event that the OpenAPI document lists";

    /** Groups. */
    Class<?>[] groups() default {};

    /** Payload. */
    Class<? extends Payload>[] payload() default {};

    /** Looks it up. */
    class Fitting implements ConstraintValidator<KnownType, String> {

        @Override
        public boolean isValid(@Nullable String type, ConstraintValidatorContext context) {
            return type == null || EventTypes.ALL.contains(type);
        }
    }
}
