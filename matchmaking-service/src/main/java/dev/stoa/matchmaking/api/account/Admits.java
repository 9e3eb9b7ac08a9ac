package dev.stoa.matchmaking.api.account;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may use an endpoint that needs a token. Without it people may, and nobody else. */
@Target({METHOD, TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Admits {

    /** Whether people may. */
    boolean people() default true;

    /** Whether, of all people, only those may to whom the provider has given the role of administrators. */
    boolean administratorsOnly() default false;

    /** Whether those may who have followed a join link. */
    boolean guests() default false;

    /** With which scope integrators may; none: not at all. */
    Scope[] scope() default {};
}
