package io.interleave.model;

import java.util.Optional;

/// Writes what a resource's name maps to, on one line.
final class ResourceWriter {

    private final YamlWriter yaml;

    ResourceWriter(YamlWriter yaml) {
        this.yaml = yaml;
    }

    void write(Resource resource) {
        yaml.line(() -> {
            yaml.scalar(resource.word());
            switch (resource) {
                case Resource.Variable(var _, var _, var _, Value.Text(String text)) -> yaml.quoted(text);
                case Resource.Variable it -> yaml.scalar(KnobText.format(it.initial()));
                case Resource.Lock it -> {
                    yaml.scalar(Form.word(it.kind()));
                    enabled(it.enabled());
                    expr("interval", it.interval());
                }
                case Resource.Semaphore it -> {
                    yaml.scalar(Written.reference(it.permits()));
                    if (it.fair()) {
                        yaml.entry("fair", "on");
                    }
                    enabled(it.enabled());
                }
                case Resource.Condition it -> yaml.scalar(it.lock());
                case Resource.Barrier it -> {
                    yaml.scalar(Written.reference(it.parties()));
                    enabled(it.enabled());
                }
                case Resource.Latch it -> yaml.scalar(Written.reference(it.initial()));
                case Resource.Phaser it -> yaml.scalar(Written.reference(it.parties()));
                case Resource.Event it -> yaml.scalar(it.initial() ? "on" : "off");
                case Resource.Queue it -> {
                    yaml.scalar(Form.word(it.order()));
                    expr("capacity", it.capacity());
                    if (it.of() != Value.Type.WHOLE) {
                        yaml.entry("of", Form.word(it.of()));
                    }
                }
                case Resource.EventLoop it -> {
                    yaml.scalar(Written.reference(it.carriers()));
                    if (!is(it.priorities(), false)) {
                        yaml.entry("priorities", Written.reference(it.priorities()));
                    }
                }
                case Resource.Pool it -> {
                    yaml.scalar(Form.word(it.kind()));
                    yaml.entry("size", Written.reference(it.size()));
                    expr("queue", it.queue());
                    if (it.saturation() != Resource.Pool.Saturation.WAIT) {
                        yaml.entry("saturation", Form.word(it.saturation()));
                    }
                }
            }
            boolean one = resource.count() instanceof Expr.Literal(var _, Value.Whole(long number)) && number == 1;
            if (!one) {
                yaml.entry("count", Written.reference(resource.count()));
            }
        });
    }

    private void enabled(Expr enabled) {
        if (!is(enabled, true)) {
            yaml.entry("enabled", Written.reference(enabled));
        }
    }

    private void expr(String key, Optional<Expr> value) {
        value.ifPresent(it -> yaml.entry(key, Written.reference(it)));
    }

    private static boolean is(Expr expr, boolean on) {
        return expr instanceof Expr.Literal literal && literal.value().equals(new Value.Truth(on));
    }
}
