package io.interleave.edit;

import io.interleave.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Makes up operations on the blocks that there are, most of which can be done.
final class RandomOperations {

    private RandomOperations() {}

    static Operation next(Random random, Outline outline) {
        var blocks =
                outline.blocks().stream().filter(it -> it.parent().isPresent()).toList();
        if (blocks.isEmpty()) {
            return new Operation.Add(Spot.atEnd(outline.section("units")), "thread");
        }
        var block = blocks.get(random.nextInt(blocks.size()));
        return switch (random.nextInt(13)) {
            case 0 -> new Operation.Delete(List.of(block));
            case 1, 2 -> new Operation.Move(List.of(block), spot(random, outline, block.kind()));
            case 3 -> new Operation.Copy(List.of(block), spot(random, outline, block.kind()));
            case 4 -> new Operation.Duplicate(List.of(block));
            case 5 -> new Operation.Wrap(run(random, block), random.nextBoolean() ? "repeat" : "hold");
            case 6 -> new Operation.Unwrap(block);
            case 7 -> new Operation.Rename(block, "name" + random.nextInt(1000));
            case 8 -> new Operation.MakeKnob(block, key(random, block), "knob" + random.nextInt(1000));
            case 9 -> {
                var words = block.kind().family().map(Vocabulary::all).orElse(List.of());
                String word = words.isEmpty()
                        ? ""
                        : words.get(random.nextInt(words.size())).word();
                yield new Operation.Add(spot(random, outline, block.kind()), word);
            }
            case 10 -> {
                var knobs = outline.section("knobs").blocks();
                yield knobs.isEmpty()
                        ? new Operation.Duplicate(List.of(block))
                        : new Operation.DissolveKnob(knobs.get(random.nextInt(knobs.size())));
            }
            case 11 ->
                new Operation.Comment(
                        block, said(random, outline.comments(block).lines()));
            default -> new Operation.Set(block, key(random, block), content(random));
        };
    }

    /// A line more, or one less.
    private static List<String> said(Random random, List<String> there) {
        var said = new ArrayList<>(there);
        if (said.isEmpty() || random.nextBoolean()) {
            said.add(random.nextInt(said.size() + 1), "why: \"é😀\" # " + random.nextInt(10));
        } else {
            said.remove(random.nextInt(said.size()));
        }
        return said;
    }

    private static Spot spot(Random random, Outline outline, Block.Kind kind) {
        var bodies = outline.blocks().stream()
                .flatMap(it -> it.bodies().stream())
                .filter(it -> it.kind() == kind)
                .toList();
        var body = bodies.get(random.nextInt(bodies.size()));
        return new Spot(body, random.nextInt(body.blocks().size() + 1));
    }

    private static List<Block> run(Random random, Block block) {
        var siblings = block.home().blocks();
        int to = Math.min(siblings.size(), block.index() + 1 + random.nextInt(3));
        return siblings.subList(block.index(), to);
    }

    private static String key(Random random, Block block) {
        var slots = block.slots();
        return slots.isEmpty()
                ? "nothing"
                : slots.get(random.nextInt(slots.size())).key();
    }

    private static Slot.Content content(Random random) {
        var texts = List.of(
                "7", "2ms", "on", "count + 1", "a: b", "it's # no comment", "é😀", "", "[x]", "- y", "two\nlines");
        String text = texts.get(random.nextInt(texts.size()));
        return switch (random.nextInt(6)) {
            case 0 -> new Slot.Absent();
            case 1 -> new Slot.Several(texts.subList(0, 1 + random.nextInt(texts.size())));
            case 2 -> new Slot.Entries(List.of(Map.entry("K", text)));
            default -> Slot.Single.of(text);
        };
    }
}
