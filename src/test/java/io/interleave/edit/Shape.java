package io.interleave.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a block is, without where it stands: what operations are to change, and what not, is worked out on these.
final class Shape {

    final int id;
    final String name;
    final String word;
    final Map<String, String> slots = new TreeMap<>();
    final Map<String, List<Shape>> bodies = new TreeMap<>();

    private Shape(int id, String name, String word) {
        this.id = id;
        this.name = name;
        this.word = word;
    }

    static Shape of(Outline outline) {
        return of(outline.scenario());
    }

    static Shape of(Block block) {
        var shape = new Shape(block.id(), block.name(), block.word());
        block.slots().stream()
                .filter(it -> !it.isAbsent())
                .forEach(it -> shape.slots.put(it.key(), it.content().toString()));
        for (var it : block.bodies()) {
            shape.bodies.put(
                    it.key(),
                    new ArrayList<>(it.blocks().stream().map(Shape::of).toList()));
        }
        return shape;
    }

    /// The shape of this block, at any depth.
    Shape find(int wanted) {
        if (id == wanted) {
            return this;
        }
        for (var it : all()) {
            if (it.id == wanted) {
                return it;
            }
        }
        throw new AssertionError("no shape " + wanted);
    }

    private List<Shape> all() {
        var all = new ArrayList<Shape>();
        bodies.values()
                .forEach(body -> body.forEach(it -> {
                    all.add(it);
                    all.addAll(it.all());
                }));
        return all;
    }

    /// The list that this block is in.
    List<Shape> listOf(int wanted) {
        for (var body : bodies.values()) {
            if (body.stream().anyMatch(it -> it.id == wanted)) {
                return body;
            }
            for (var it : body) {
                if (it.all().stream().anyMatch(inner -> inner.id == wanted)) {
                    return it.listOf(wanted);
                }
            }
        }
        throw new AssertionError("no shape " + wanted);
    }

    /// Ids and all.
    String exactly() {
        return text("", true);
    }

    /// What it says, whoever it is.
    @Override
    public String toString() {
        return text("", false);
    }

    private String text(String indent, boolean ids) {
        var text = new StringBuilder(indent)
                .append(ids ? "#" + id + " " : "")
                .append(name)
                .append(' ')
                .append(word)
                .append(slots)
                .append('\n');
        bodies.forEach((key, body) -> {
            if (!body.isEmpty()) {
                text.append(indent).append(' ').append(key).append('\n');
                body.forEach(it -> text.append(it.text(indent + "  ", ids)));
            }
        });
        return text.toString();
    }
}
