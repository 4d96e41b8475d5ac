package io.interleave.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The blocks of a text, as far as YAML can tell them: it is there for a scenario with any number of problems
/// too.
public final class Outline {

    private final String text;
    private final Optional<Node> root;
    private final Block scenario;
    private final List<Block> blocks;
    private final Places places;
    private final int nextId;
    private final Lines lines;

    private Outline(String text, Optional<Node> root, Block scenario, int nextId) {
        this.text = text;
        this.root = root;
        this.scenario = scenario;
        this.nextId = nextId;
        this.lines = new Lines(text);
        var all = new ArrayList<Block>();
        collect(scenario, all);
        this.blocks = Collections.unmodifiableList(all);
        this.places = new Places(all.subList(1, all.size()));
    }

    /// Ids that blocks keep though the change of a text does not tell it.
    ///
    /// @param starts by where the blocks then start
    /// @param moved of the blocks in what is put in, in their order
    record Known(Map<Integer, Integer> starts, List<Integer> moved) {

        static final Known NOTHING = new Known(Map.of(), List.of());

        static Known of(Map<Integer, Integer> starts) {
            return new Known(starts, List.of());
        }

        boolean isNothing() {
            return starts.isEmpty() && moved.isEmpty();
        }
    }

    private static void collect(Block block, List<Block> into) {
        into.add(block);
        for (var body : block.bodies()) {
            for (var it : body.blocks()) {
                collect(it, into);
            }
        }
    }

    static Outline of(String text, Optional<Node> root) {
        var ids = new Ids(1);
        return new Outline(text, root, new Outliner(text, (_, _) -> ids.fresh()).scenario(root), ids.next());
    }

    /// The outline of a text that came of this one's.
    ///
    /// @param known ids that the change alone does not tell
    Outline after(Change change, String changed, Optional<Node> root, Known known) {
        var ids = new Ids(nextId);
        var finder = places.new Finder();
        var moved = known.moved().iterator();
        var outliner = new Outliner(changed, (kind, start) -> {
            var given = known.starts().isEmpty() ? null : known.starts().get(start);
            if (given != null) {
                return ids.take(given);
            }
            int before = change.before(start);
            if (before == Change.NEW) {
                return moved.hasNext() ? ids.take(moved.next()) : ids.fresh();
            }
            return ids.take(finder.id(kind, before));
        });
        return new Outline(changed, root, outliner.scenario(root), ids.next());
    }

    /// Ids of the blocks of `later`, by where they start, that {@link #after} would not give them.
    Map<Integer, Integer> unknownIn(Outline later, Change change) {
        return places.unknownIn(later.places, change);
    }

    /// The text that this is of.
    public String text() {
        return text;
    }

    /// The block that all others are in.
    public Block scenario() {
        return scenario;
    }

    /// A section of the scenario, which may be absent from the text: `knobs`, `resources`, `units` or `expect`.
    public Body section(String key) {
        return scenario.body(key).orElseThrow(() -> new IllegalArgumentException("no section " + key));
    }

    /// All blocks, each before those in it; the scenario first. Sections come in the language's order, which is
    /// nearly always the text's.
    public List<Block> blocks() {
        return blocks;
    }

    public Optional<Block> find(int id) {
        return id == scenario.id() ? Optional.of(scenario) : places.find(id);
    }

    /// The knob, resource or unit group of this name.
    public Optional<Block> named(String name) {
        return scenario.bodies().stream()
                .filter(it -> it.kind().isDeclared())
                .flatMap(it -> it.blocks().stream())
                .filter(it -> it.name().equals(name))
                .findFirst();
    }

    /// Where a knob, a resource or a unit group of this name is named, in the order of the text. A local that
    /// bears the name of the variable that it was read from counts as naming that.
    public List<Use> uses(String name) {
        var references = new References(this, name);
        var all = references.all().stream().map(it -> new Use(it.block(), it.key()));
        var presets = references.presetKeys().stream().map(it -> new Use(it.preset(), name));
        return Stream.concat(all, presets)
                .distinct()
                .sorted(Comparator.comparingInt(it -> it.block().start()))
                .toList();
    }

    /// The innermost block at this place of the text; the scenario where there is none.
    public Block at(int offset) {
        var found = scenario;
        for (boolean deeper = true; deeper; ) {
            deeper = false;
            for (var it : inside(found)) {
                if (it.start() <= offset && offset <= it.end()) {
                    found = it;
                    deeper = true;
                    break;
                }
            }
        }
        return found;
    }

    private static List<Block> inside(Block block) {
        var inside = new ArrayList<Block>();
        block.bodies().forEach(it -> inside.addAll(it.blocks()));
        return inside;
    }

    /// The line, from 1, on which a block begins.
    public int line(Block block) {
        return lines.number(block.start());
    }

    /// The whole lines of the text that a block has with its comments, and that move with it; in brackets or
    /// braces, where it has none of its own, its characters.
    public Range range(Block block) {
        var layout = new Layout(lines);
        if (block.parent().isEmpty() || !layout.isOnLinesOfItsOwn(block)) {
            return new Range(block.start(), block.end());
        }
        var span = layout.span(block);
        return new Range(span.from(), span.to());
    }

    /// What comments say of a block: those above it, and the one behind its first line.
    public Comments comments(Block block) {
        return Comments.of(lines, range(block).from(), block);
    }

    Lines lines() {
        return lines;
    }

    Optional<Node> root() {
        return root;
    }
}
