package io.interleave.edit;

/// Ends an operation that cannot be done. Never leaves this package: {@link Editor} makes a value of it.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Refusal(String message) {
        super(message, null, false, false);
    }

    static Refusal of(String key, Object... arguments) {
        return new Refusal(Messages.text(key, arguments));
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
