package io.interleave.edit;

/// What came of an operation, in tests that know what should.
final class Edits {

    private Edits() {}

    static Script done(Edit edit) {
        return switch (edit) {
            case Edit.Done done -> done.script();
            case Edit.Refused(String message) -> throw new AssertionError(message);
        };
    }

    static String refused(Edit edit) {
        return switch (edit) {
            case Edit.Done done -> throw new AssertionError("done: " + done.change());
            case Edit.Refused(String message) -> message;
        };
    }
}
