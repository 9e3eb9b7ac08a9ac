package dev.stoa.identity.account;

import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** What can be an account's id. */
@Target(PARAMETER)
@Retention(RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "[\\x20-\\x7E]{1,255}")
@ReportAsSingleViolation
@interface AccountId {

    String EXAMPLE = "4b9e1f0a-6c1d-4d0c-9a57-3f0f3f6a2c11";

    String message() default "an account's id: 1 to 255 printable ASCII characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
