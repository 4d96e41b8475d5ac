package io.interleave.edit;

import io.interleave.model.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Makes the blocks of a text from its nodes.
final class Outliner {

    /// The sections of a scenario, in the order in which they are written.
    private enum Section {
        KNOBS(Block.Kind.KNOB, false),
        PRESETS(Block.Kind.PRESET, false),
        RESOURCES(Block.Kind.RESOURCE, false),
        UNITS(Block.Kind.UNIT, true),
        EXPECT(Block.Kind.EXPECTATION, false);

        private final Block.Kind kind;
        private final boolean required;

        Section(Block.Kind kind, boolean required) {
            this.kind = kind;
            this.required = required;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Gives a block of this kind that starts at this place its id.
    interface Identities {
        int id(Block.Kind kind, int start);
    }

    private final String text;
    private final Identities ids;

    Outliner(String text, Identities ids) {
        this.text = text;
        this.ids = ids;
    }

    Block scenario(Optional<Node> root) {
        var source = new BlockSource(text, Block.Kind.SCENARIO, 0, Optional.empty(), root);
        return new Block(0, Block.Kind.SCENARIO, Optional.empty(), 0, source, this::sections);
    }

    private List<Body> sections(Block scenario) {
        var sections = new ArrayList<Body>();
        for (var it : Section.values()) {
            var entry = scenario.source().entry(it.key());
            sections.add(new Body(scenario, it.key(), it.kind, it.required, entry, this::blocks));
        }
        return List.copyOf(sections);
    }

    private List<Block> blocks(Body body) {
        return switch (body.entry().map(Node.Entry::value).orElse(null)) {
            case Node.Mapping mapping when body.kind().isNamed() -> named(body, mapping);
            case Node.Sequence sequence when !body.kind().isNamed() -> items(body, sequence);
            case Node _ -> List.of();
            case null -> List.of();
        };
    }

    private List<Block> named(Body body, Node.Mapping mapping) {
        var blocks = new ArrayList<Block>(mapping.entries().size());
        for (var it : mapping.entries()) {
            blocks.add(block(body, blocks.size(), it.start(), Optional.of(it.key()), it.value()));
        }
        return List.copyOf(blocks);
    }

    private List<Block> items(Body body, Node.Sequence sequence) {
        var blocks = new ArrayList<Block>(sequence.items().size());
        for (var it : sequence.items()) {
            blocks.add(block(body, blocks.size(), it.start(), Optional.empty(), it.value()));
        }
        return Collections.unmodifiableList(blocks);
    }

    private Block block(Body body, int index, int start, Optional<Node.Scalar> name, Node node) {
        var source = new BlockSource(text, body.kind(), start, name, Optional.of(node));
        int id = ids.id(body.kind(), start);
        return new Block(id, body.kind(), body.asHome(), index, source, this::bodies);
    }

    private List<Body> bodies(Block block) {
        var word = block.vocabulary();
        var bodies = new ArrayList<Body>(0);
        if (word.isPresent()) {
            for (var it : word.get().beside()) {
                if (it.form().kind() == Form.Kind.STEPS) {
                    var entry = block.source().entry(it.name());
                    bodies.add(new Body(block, it.name(), Block.Kind.STEP, it.required(), entry, this::blocks));
                }
            }
        } else if (block.kind() == Block.Kind.STEP || block.kind() == Block.Kind.UNIT) {
            for (var it : block.source().entries()) {
                if (isSteps(it)) {
                    bodies.add(new Body(block, it.key().text(), Block.Kind.STEP, false, Optional.of(it), this::blocks));
                }
            }
        }
        return List.copyOf(bodies);
    }

    /// Whether this looks like a list of steps, beside a word that the language does not know.
    static boolean isSteps(Node.Entry entry) {
        return entry.value() instanceof Node.Sequence sequence
                && sequence.items().stream().allMatch(it -> it.value() instanceof Node.Mapping);
    }
}
