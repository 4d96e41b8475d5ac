package io.interleave.edit;

import java.util.ArrayList;
import java.util.List;

/// Moves blocks to another place, where they remain who they are.
final class Moving {

    private final Stages stages;

    Moving(Stages stages) {
        this.stages = stages;
    }

    /// Names cannot be there twice, so that what has one goes first; steps come first, so that no list of them is
    /// empty meanwhile.
    ///
    /// What stands in brackets comes to stand on lines before its text is taken: that can change which comments
    /// are a block's own.
    List<Block> move(List<Block> moved, Spot to) {
        requireKind(moved, to);
        var place = stages.find(to);
        if (moved.stream().anyMatch(it -> place.body().owner().isWithin(it))) {
            throw Refusal.of("into.itself");
        }
        if (isThere(moved, place)) {
            return moved;
        }
        stages.makeRoom(place.body());
        var at = stages.find(to);
        var blocks = stages.findAll(moved);
        var clip = Clip.of(stages.outline().lines(), blocks);
        if (at.body().kind().isNamed()) {
            int before =
                    (int) blocks.stream().filter(it -> it.index() < at.index()).count();
            stages.delete(blocks);
            var put = stages.insert(new Spot(stages.find(at.body()), at.index() - before), _ -> clip);
            return stages.takeOver(blocks, put);
        }
        return isMovedAtOnce(blocks, at, clip) ? stages.findAll(blocks) : movedByCopy(blocks, at, clip);
    }

    /// Puts in and takes out in one stage where neither is in the way of the other, as it mostly is: a drop must
    /// not be seen to take its time.
    private boolean isMovedAtOnce(List<Block> blocks, Spot at, Clip clip) {
        if (blocks.containsAll(at.body().blocks())) {
            return false;
        }
        var all = new ArrayList<>(new Placing(stages.outline()).insert(at.body(), at.index(), clip));
        var removed = new Deleting(stages.outline().lines()).delete(blocks);
        for (var it : all) {
            if (removed.stream().anyMatch(gone -> gone.offset() < it.offset() && it.offset() < gone.removedEnd())) {
                return false;
            }
        }
        all.addAll(removed);
        stages.apply(all, blocks);
        return true;
    }

    private List<Block> movedByCopy(List<Block> blocks, Spot at, Clip clip) {
        var moved = stages.insert(at, _ -> clip);
        stages.delete(stages.findAll(blocks));
        return stages.takeOver(blocks, moved);
    }

    /// Whether the blocks stand there already, one behind the other.
    private static boolean isThere(List<Block> blocks, Spot at) {
        var runs = blocks.stream().allMatch(it -> it.home() == at.body()) ? Deleting.runs(blocks) : List.of();
        return runs.size() == 1
                && blocks.getFirst().index() <= at.index()
                && at.index() <= blocks.getLast().index() + 1;
    }

    static void requireKind(List<Block> blocks, Spot to) {
        if (blocks.stream().anyMatch(it -> it.kind() != to.body().kind())) {
            throw Refusal.of("other.kind");
        }
    }
}
