package dev.stoa.localstack.doctor;

/** A thing does not work; the message says, for an operator, what was seen and what to do. */
final class Sickness extends RuntimeException {
    Sickness(String message, Object... values) {
        super(message.formatted(values));
    }
}
