package io.interleave.model;

/// What a name of the scenario stands for.
sealed interface Declared {

    String name();

    /// How many there are, as the file says it.
    Expr count();

    /// Whether steps must say which one they mean.
    default boolean isSeveral() {
        return !count().equals(Resource.ONE);
    }

    /// Something shared.
    record Shared(Resource resource) implements Declared {
        @Override
        public String name() {
            return resource.name();
        }

        @Override
        public Expr count() {
            return resource.count();
        }
    }

    /// A group of units, of which the steps need not have been read yet.
    record Units(UnitHead head) implements Declared {
        @Override
        public String name() {
            return head.name();
        }

        @Override
        public Expr count() {
            return head.count();
        }
    }
}
