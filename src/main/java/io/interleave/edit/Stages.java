package io.interleave.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A script that an operation changes stage by stage: each makes a change of the text that those before it have
/// made, so that each can count on a text in good order.
final class Stages {

    private Script script;
    private Change change = Change.NONE;

    Stages(Script script) {
        this.script = script;
    }

    Script script() {
        return script;
    }

    /// All that has been done.
    Change change() {
        return change;
    }

    Outline outline() {
        return script.outline();
    }

    /// @throws Refusal if that gave a text that is no YAML
    void apply(List<Replacement> replacements) {
        apply(replacements, List.of());
    }

    /// @param moved what is put in by this, and remains what it is
    /// @throws Refusal if that gave a text that is no YAML
    void apply(List<Replacement> replacements, List<Block> moved) {
        var next = Change.atOnce(replacements);
        var ids = moved.stream().flatMap(Block::all).map(Block::id).toList();
        var changed = script.with(next, new Outline.Known(Map.of(), ids)).settled();
        if (!changed.isSound()) {
            throw Refusal.of("unusual");
        }
        change = change.then(next);
        script = changed;
    }

    /// The block as it is now.
    Block find(Block block) {
        return outline().find(block.id()).orElseThrow(() -> Refusal.of("gone"));
    }

    Body find(Body body) {
        return find(body.owner()).body(body.key()).orElseThrow(() -> Refusal.of("gone"));
    }

    Spot find(Spot spot) {
        var body = find(spot.body());
        return new Spot(body, Math.min(spot.index(), body.blocks().size()));
    }

    List<Block> findAll(List<Block> blocks) {
        return blocks.stream().map(this::find).toList();
    }

    /// Sees to it that lines can be put into the body.
    void makeRoom(Body body) {
        var room = new Placing(outline()).makeRoom(find(body));
        while (room.isPresent()) {
            var blocks = outline().scenario();
            apply(List.of(room.get()));
            identify(List.of(blocks), List.of(outline().scenario()));
            room = new Placing(outline()).makeRoom(find(body));
        }
    }

    /// @return what has been put in
    List<Block> insert(Spot spot, Function<Body, Clip> clip) {
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

    void delete(List<Block> blocks) {
        apply(new Deleting(outline().lines()).delete(blocks));
    }

    /// Gives blocks the ids of those that they have taken the place of.
    List<Block> takeOver(List<Block> from, List<Block> by) {
        identify(from, findAll(by));
        return findAll(from);
    }

    /// Gives blocks, and those in them, the ids of others that have the same in them.
    void identify(List<Block> from, List<Block> by) {
        var former = from.stream().flatMap(Block::all).toList();
        var now = by.stream().flatMap(Block::all).toList();
        var ids = new HashMap<Integer, Integer>();
        for (int i = 0; i < Math.min(former.size(), now.size()); i++) {
            ids.put(now.get(i).start(), former.get(i).id());
        }
        script = script.identified(ids);
    }
}
