package io.interleave.edit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The blocks of an outline by where they start, in columns: at each edit all of them are looked for in what was
/// before, and that must not take its time.
final class Places {

    private final List<Block> blocks;
    private final int[] starts;
    private final int[] ids;

    /// @param blocks without the scenario itself
    Places(List<Block> blocks) {
        this.blocks =
                blocks.stream().sorted(Comparator.comparingInt(Block::start)).toList();
        starts = new int[blocks.size()];
        ids = new int[blocks.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = this.blocks.get(i).start();
            ids[i] = this.blocks.get(i).id();
        }
    }

    Optional<Block> find(int id) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == id) {
                return Optional.of(blocks.get(i));
            }
        }
        return Optional.empty();
    }

    /// Ids of the blocks of `later`, by where they start, that they would not have by `change` alone.
    Map<Integer, Integer> unknownIn(Places later, Change change) {
        var unknown = new HashMap<Integer, Integer>();
        var finder = new Finder();
        for (int i = 0; i < later.starts.length; i++) {
            int before = change.before(later.starts[i]);
            if (before == Change.NEW || finder.id(later.blocks.get(i).kind(), before) != later.ids[i]) {
                unknown.put(later.starts[i], later.ids[i]);
            }
        }
        return unknown;
    }

    /// Finds blocks, best in the order of their places.
    final class Finder {

        private int at;

        /// The id of the block of this kind that starts here.
        int id(Block.Kind kind, int start) {
            while (at > 0 && starts[at - 1] >= start) {
                at--;
            }
            while (at < starts.length && starts[at] < start) {
                at++;
            }
            boolean isHere =
                    at < starts.length && starts[at] == start && blocks.get(at).kind() == kind;
            return isHere ? ids[at] : Ids.NONE;
        }
    }
}
