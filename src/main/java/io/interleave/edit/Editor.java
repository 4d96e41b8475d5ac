package io.interleave.edit;

import io.interleave.model.KnobText;
import io.interleave.model.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Does operations, one stage after another: each makes a change of the text that those before it have made, so
/// that each can count on a text in good order.
final class Editor {

    private Script script;
    private Change change = Change.NONE;

    private Editor(Script script) {
        this.script = script;
    }

    static Edit edit(Script script, Operation operation) {
        if (!script.isSound()) {
            return new Edit.Refused(Messages.text("broken"));
        }
        try {
            var editor = new Editor(script);
            var selected = editor.edit(operation);
            return new Edit.Done(editor.change, editor.script, Selection.of(selected));
        } catch (Refusal refusal) {
            return new Edit.Refused(refusal.message());
        }
    }

    /// @return what is to be selected
    private List<Block> edit(Operation operation) {
        return switch (operation) {
            case Operation.Add(var at, var word) -> insert(at, it -> new Templates(outline()).of(it.kind(), word));
            case Operation.Paste(var at, var yaml) -> insert(at, it -> Clip.of(yaml, it.kind()));
            case Operation.Delete(var blocks) -> delete(outermost(blocks));
            case Operation.Move(var blocks, var to) -> move(outermost(blocks), to);
            case Operation.Copy(var blocks, var to) -> copy(outermost(blocks), to);
            case Operation.Duplicate(var blocks) -> duplicate(outermost(blocks));
            case Operation.Wrap(var blocks, var word) -> wrap(outermost(blocks), word);
            case Operation.Unwrap(var block) -> unwrap(find(block));
            case Operation.Set(var block, var key, var content) -> {
                apply(new Setting(outline(), find(block)).set(key, content));
                yield List.of(find(block));
            }
            case Operation.Rename(var block, var name) -> {
                apply(new Naming(outline()).rename(find(block), name));
                yield List.of(find(block));
            }
            case Operation.Start(var settings) -> start(settings);
            case Operation.MakeKnob(var block, var key, var name) -> makeKnob(find(block), key, name);
            case Operation.DissolveKnob(var knob) -> dissolve(find(knob));
        };
    }

    private Outline outline() {
        return script.outline();
    }

    private void apply(List<Replacement> replacements) {
        var next = Change.atOnce(replacements);
        var changed = script.with(next).settled();
        if (!changed.isSound()) {
            throw Refusal.of("unusual");
        }
        change = change.then(next);
        script = changed;
    }

    private Block find(Block block) {
        return outline().find(block.id()).orElseThrow(() -> Refusal.of("gone"));
    }

    private Body find(Body body) {
        return find(body.owner()).body(body.key()).orElseThrow(() -> Refusal.of("gone"));
    }

    private Spot find(Spot spot) {
        var body = find(spot.body());
        return new Spot(body, Math.min(spot.index(), body.blocks().size()));
    }

    /// The blocks in the order of the text, but for those that are within another one of them.
    private List<Block> outermost(List<Block> blocks) {
        var found = new ArrayList<Block>();
        for (var it : blocks) {
            var here = find(it);
            if (here.parent().isEmpty()) {
                throw Refusal.of("scenario");
            }
            found.add(here);
        }
        if (found.isEmpty()) {
            throw Refusal.of("nothing");
        }
        return found.stream()
                .distinct()
                .filter(it -> found.stream().noneMatch(other -> other != it && it.isWithin(other)))
                .sorted((a, b) -> Integer.compare(a.start(), b.start()))
                .toList();
    }

    /// Sees to it that lines can be put into the body.
    private void makeRoom(Body body) {
        var room = new Placing(outline()).makeRoom(find(body));
        while (room.isPresent()) {
            var blocks = outline().scenario();
            apply(List.of(room.get()));
            identify(List.of(blocks), List.of(outline().scenario()));
            room = new Placing(outline()).makeRoom(find(body));
        }
    }

    private List<Block> insert(Spot spot, Function<Body, Clip> clip) {
        makeRoom(spot.body());
        var here = find(spot);
        int before = here.body().blocks().size();
        var lines = clip.apply(here.body());
        apply(new Placing(outline()).insert(here.body(), here.index(), lines.named(taken(here.body()))));
        var body = find(here.body());
        int more = body.blocks().size() - before;
        if (more < 1) {
            throw Refusal.of("unusual");
        }
        return body.blocks().subList(here.index(), here.index() + more);
    }

    /// Names that new blocks in this body cannot have.
    private Set<String> taken(Body body) {
        if (body.kind().isDeclared()) {
            return Defaults.names(outline());
        }
        return body.kind().isNamed() ? body.blocks().stream().map(Block::name).collect(Collectors.toSet()) : Set.of();
    }

    private List<Block> delete(List<Block> blocks) {
        var next = neighbour(blocks);
        apply(new Deleting(outline().lines()).delete(blocks));
        return next.stream().map(this::find).toList();
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
        requireKind(blocks, to);
        var clip = Clip.of(outline().lines(), blocks);
        return insert(to, _ -> clip);
    }

    private static void requireKind(List<Block> blocks, Spot to) {
        if (blocks.stream().anyMatch(it -> it.kind() != to.body().kind())) {
            throw Refusal.of("other.kind");
        }
    }

    private List<Block> duplicate(List<Block> blocks) {
        return copy(blocks, Spot.behind(blocks.getLast()));
    }

    /// Names cannot be there twice, so that what has one goes first; steps come first, so that no list of them is
    /// empty meanwhile.
    private List<Block> move(List<Block> blocks, Spot to) {
        requireKind(blocks, to);
        var at = find(to);
        if (blocks.stream().anyMatch(it -> at.body().owner().isWithin(it))) {
            throw Refusal.of("into.itself");
        }
        if (isThere(blocks, at)) {
            return blocks;
        }
        var clip = Clip.of(outline().lines(), blocks);
        if (at.body().kind().isNamed()) {
            int before =
                    (int) blocks.stream().filter(it -> it.index() < at.index()).count();
            apply(new Deleting(outline().lines()).delete(blocks));
            var moved = insert(new Spot(find(at.body()), at.index() - before), _ -> clip);
            return takeOver(blocks, moved);
        }
        var moved = insert(at, _ -> clip);
        apply(new Deleting(outline().lines())
                .delete(blocks.stream().map(this::find).toList()));
        return takeOver(blocks, moved);
    }

    /// Whether the blocks stand there already, one behind the other.
    private static boolean isThere(List<Block> blocks, Spot at) {
        var runs = blocks.stream().allMatch(it -> it.home() == at.body()) ? Deleting.runs(blocks) : List.of();
        return runs.size() == 1
                && blocks.getFirst().index() <= at.index()
                && at.index() <= blocks.getLast().index() + 1;
    }

    /// Gives blocks the ids of those that they have taken the place of.
    private List<Block> takeOver(List<Block> from, List<Block> by) {
        identify(from, by.stream().map(this::find).toList());
        return from.stream().map(this::find).toList();
    }

    /// Gives blocks, and those in them, the ids of others that have the same in them.
    private void identify(List<Block> from, List<Block> by) {
        var former = from.stream().flatMap(Block::all).toList();
        var now = by.stream().flatMap(Block::all).toList();
        var ids = new HashMap<Integer, Integer>();
        for (int i = 0; i < Math.min(former.size(), now.size()); i++) {
            ids.put(now.get(i).start(), former.get(i).id());
        }
        script = script.identified(ids);
    }

    private List<Block> wrap(List<Block> blocks, String word) {
        var home = blocks.getFirst().home();
        boolean isOneRun = blocks.stream().allMatch(it -> it.home() == home)
                && Deleting.runs(blocks).size() == 1;
        if (!isOneRun || home.kind() != Block.Kind.STEP) {
            throw Refusal.of("apart");
        }
        makeRoom(home);
        var here = blocks.stream().map(this::find).toList();
        var wrapped = new Wrapping(outline()).wrap(here, word);
        apply(List.of(wrapped));
        var wrapper = find(home).blocks().get(here.getFirst().index());
        var inner = wrapper.bodies().getFirst().blocks();
        takeOver(here, inner);
        return List.of(find(home).blocks().get(here.getFirst().index()));
    }

    private List<Block> unwrap(Block block) {
        var inner = block.bodies().stream().flatMap(it -> it.blocks().stream()).toList();
        if (block.kind() != Block.Kind.STEP || inner.isEmpty()) {
            throw Refusal.of("nothing.inside");
        }
        var home = block.home();
        makeRoom(inner.getLast().home());
        inner.forEach(it -> makeRoom(it.home()));
        var here = find(block);
        var former = inner.stream().map(this::find).toList();
        apply(List.of(new Wrapping(outline()).unwrap(here)));
        int first = here.index();
        return takeOver(former, find(home).blocks().subList(first, first + former.size()));
    }

    private List<Block> start(Settings settings) {
        var scenario = script.reading().scenario().orElseThrow(() -> Refusal.of("problems"));
        var replacements = new ArrayList<Replacement>();
        var turned = new ArrayList<Block>();
        for (var knob : scenario.knobs()) {
            var block = outline().named(knob.name()).orElseThrow(() -> Refusal.of("gone"));
            var value = settings.asMap().get(knob.name());
            if (value != null && !value.equals(knob.initial())) {
                replacements.addAll(
                        new Setting(outline(), block).set(Slots.ALONE, Slot.Single.of(KnobText.format(value))));
                turned.add(block);
            }
        }
        apply(replacements);
        return turned.stream().map(this::find).toList();
    }

    private List<Block> makeKnob(Block block, String key, String name) {
        var value = Knobs.value(block, key);
        new Naming(outline()).requireFree(name);
        apply(new Setting(outline(), block).set(key, Slot.Single.of("$" + name)));
        boolean isLive = block.kind() == Block.Kind.STEP;
        return insert(Spot.atEnd(outline().section("knobs")), _ -> Knobs.knob(name, value, isLive));
    }

    private List<Block> dissolve(Block knob) {
        if (knob.kind() != Block.Kind.KNOB) {
            throw Refusal.of("no.knob", knob.name());
        }
        String value = Knobs.expression(knob);
        var references = new References(outline(), knob.name());
        var found = references.all();
        var replacements = new ArrayList<>(
                found.stream().map(it -> references.replaced(it, value)).toList());
        var keys = new Keys(outline().lines());
        for (var it : references.presetKeys()) {
            replacements.add(keys.remove(it.preset().source().mapping().orElseThrow(), it.entry()));
        }
        apply(replacements);
        delete(List.of(find(knob)));
        return found.stream().map(it -> find(it.block())).distinct().toList();
    }
}
