package io.interleave.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Does operations.
final class Editor {

    private final Stages stages;

    private Editor(Stages stages) {
        this.stages = stages;
    }

    static Edit edit(Script script, Operation operation) {
        if (!script.isSound()) {
            return new Edit.Refused(Messages.text("broken"));
        }
        try {
            var stages = new Stages(script);
            var selected = new Editor(stages).edit(operation);
            return new Edit.Done(stages.change(), stages.script(), Selection.of(selected));
        } catch (Refusal refusal) {
            return new Edit.Refused(refusal.message());
        }
    }

    /// @return what is to be selected
    private List<Block> edit(Operation operation) {
        return switch (operation) {
            case Operation.Add(var at, var word) ->
                stages.insert(at, it -> new Templates(stages.outline(), it).of(word));
            case Operation.Paste(var at, var yaml) -> stages.insert(at, it -> Clip.of(yaml, it.kind()));
            case Operation.Delete(var blocks) -> delete(outermost(blocks));
            case Operation.Move(var blocks, var to) -> new Moving(stages).move(outermost(blocks), to);
            case Operation.Copy(var blocks, var to) -> copy(outermost(blocks), to);
            case Operation.Duplicate(var blocks) -> duplicate(outermost(blocks));
            case Operation.Wrap(var blocks, var word) -> wrap(outermost(blocks), word);
            case Operation.Unwrap(var block) -> unwrap(stages.find(block));
            case Operation.Set(var block, var key, var content) -> {
                stages.apply(new Setting(stages.outline(), stages.find(block)).set(key, content));
                yield List.of(stages.find(block));
            }
            case Operation.Rename(var block, var name) -> {
                stages.apply(new Naming(stages.outline()).rename(stages.find(block), name));
                yield List.of(stages.find(block));
            }
            case Operation.Comment(var block, var lines) -> {
                stages.apply(new Commenting(stages.outline(), stages.find(block)).say(lines));
                yield List.of(stages.find(block));
            }
            case Operation.Start(var settings) -> new KnobEdits(stages).start(settings);
            case Operation.MakeKnob(var block, var key, var name) ->
                new KnobEdits(stages).makeKnob(stages.find(block), key, name);
            case Operation.DissolveKnob(var knob) -> new KnobEdits(stages).dissolve(stages.find(knob));
        };
    }

    /// The blocks in the order of the text, but for those that are within another one of them.
    private List<Block> outermost(List<Block> blocks) {
        var found = new ArrayList<Block>();
        for (var it : blocks) {
            var here = stages.find(it);
            if (here.parent().isEmpty()) {
                throw Refusal.of("scenario");
            }
            found.add(here);
        }
        if (found.isEmpty()) {
            throw Refusal.of("nothing");
        }
        var ids = found.stream().map(Block::id).collect(Collectors.toSet());
        return found.stream()
                .distinct()
                .filter(it -> !isWithinOneOf(ids, it))
                .sorted(Comparator.comparingInt(Block::start))
                .toList();
    }

    private static boolean isWithinOneOf(Set<Integer> ids, Block block) {
        return block.parent()
                .filter(it -> ids.contains(it.id()) || isWithinOneOf(ids, it))
                .isPresent();
    }

    private List<Block> delete(List<Block> blocks) {
        var next = neighbour(blocks);
        stages.delete(blocks);
        return next.stream().map(stages::find).toList();
    }

    /// What is selected when blocks have gone: the one that takes their place, or the one before, or the owner.
    private static List<Block> neighbour(List<Block> gone) {
        var last = gone.getLast();
        var siblings = last.home().blocks();
        for (int i = last.index() + 1; i < siblings.size(); i++) {
            if (!gone.contains(siblings.get(i))) {
                return List.of(siblings.get(i));
            }
        }
        for (int i = last.index() - 1; i >= 0; i--) {
            if (!gone.contains(siblings.get(i))) {
                return List.of(siblings.get(i));
            }
        }
        var owner = last.home().owner();
        return owner.parent().isEmpty() ? List.of() : List.of(owner);
    }

    private List<Block> copy(List<Block> blocks, Spot to) {
        Moving.requireKind(blocks, to);
        var clip = Clip.of(stages.outline().lines(), blocks);
        return stages.insert(to, _ -> clip);
    }

    private List<Block> duplicate(List<Block> blocks) {
        return copy(blocks, Spot.behind(blocks.getLast()));
    }

    private List<Block> wrap(List<Block> blocks, String word) {
        var home = blocks.getFirst().home();
        boolean isOneRun = blocks.stream().allMatch(it -> it.home() == home)
                && Deleting.runs(blocks).size() == 1;
        if (!isOneRun || home.kind() != Block.Kind.STEP) {
            throw Refusal.of("apart");
        }
        stages.makeRoom(home);
        var here = blocks.stream().map(stages::find).toList();
        var wrapped = new Wrapping(stages.outline()).wrap(here, word);
        stages.apply(List.of(wrapped));
        var wrapper = stages.find(home).blocks().get(here.getFirst().index());
        var inner = wrapper.bodies().getFirst().blocks();
        stages.takeOver(here, inner);
        return List.of(stages.find(home).blocks().get(here.getFirst().index()));
    }

    private List<Block> unwrap(Block block) {
        var inner = block.bodies().stream().flatMap(it -> it.blocks().stream()).toList();
        if (block.kind() != Block.Kind.STEP || inner.isEmpty()) {
            throw Refusal.of("nothing.inside");
        }
        var home = block.home();
        stages.makeRoom(inner.getLast().home());
        inner.forEach(it -> stages.makeRoom(it.home()));
        var here = stages.find(block);
        var former = inner.stream().map(stages::find).toList();
        stages.apply(List.of(new Wrapping(stages.outline()).unwrap(here)));
        int first = here.index();
        return stages.takeOver(former, stages.find(home).blocks().subList(first, first + former.size()));
    }
}
