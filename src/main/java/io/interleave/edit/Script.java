package io.interleave.edit;

import io.interleave.model.Reading;
import io.interleave.model.ScenarioReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A scenario that is being edited: its text, and the blocks in it. Immutable: a change gives another script.
///
/// In a large text a change is followed by reading anew only the part that it touches. Where that does not work
/// out, as in the middle of typing a quoted text, the script is {@link Standing#UNSETTLED} until somebody who has
/// the time calls {@link #settled()}, and shows the last outline until then.
public final class Script {

    /// How the outline stands to the text.
    public enum Standing {
        /// The outline is that of the text.
        SOUND,
        /// The text is no YAML now: the outline is the last good one, of an earlier text, and only the text can
        /// be edited. {@link #reading()} says what is wrong.
        BROKEN,
        /// As `BROKEN`, but the whole text has not been looked at yet.
        UNSETTLED
    }

    /// Texts up to this length are read anew at every change: that takes a millisecond or two.
    static final int SMALL = 12_000;

    private final String text;
    private final Standing standing;
    private final Outline outline;
    private final Change since;
    private final int small;
    private volatile Optional<Reading> reading = Optional.empty();

    /// @param since what has become of the outline's text
    private Script(String text, Standing standing, Outline outline, Change since, int small) {
        this.text = text;
        this.standing = standing;
        this.outline = outline;
        this.since = since;
        this.small = small;
    }

    /// Any text, in order or not.
    public static Script of(String text) {
        return of(text, SMALL);
    }

    static Script of(String text, int small) {
        var root = Tree.read(text, 0);
        boolean sound = root.isPresent() || text.isBlank();
        return new Script(
                text,
                sound ? Standing.SOUND : Standing.BROKEN,
                Outline.of(sound ? text : "", root),
                sound ? Change.NONE : Change.between("", text),
                small);
    }

    public String text() {
        return text;
    }

    public Standing standing() {
        return standing;
    }

    public boolean isSound() {
        return standing == Standing.SOUND;
    }

    /// Whether reading it takes longer than a frame.
    public boolean isLarge() {
        return text.length() > small;
    }

    /// The blocks of the text if this is sound, and otherwise those of the last text that was.
    public Outline outline() {
        return outline;
    }

    /// What the scenario says and what is wrong with it. Reads the whole text when first asked, which for
    /// thousands of steps takes longer than a frame: from any thread, but better not from that of a window.
    public Reading reading() {
        var read = reading;
        if (read.isEmpty()) {
            read = Optional.of(ScenarioReader.read(text));
            reading = read;
        }
        return read.orElseThrow();
    }

    /// The reading if there is one already.
    public Optional<Reading> readingIfRead() {
        return reading;
    }

    /// The script of the changed text.
    ///
    /// @throws IllegalArgumentException if this is a change of another text
    public Script with(Change change) {
        return with(change, Outline.Known.NOTHING);
    }

    /// @param ids that the change alone does not tell
    Script with(Change change, Outline.Known ids) {
        if (change.isNothing()) {
            return this;
        }
        String changed = change.applyTo(text);
        var sinceOutline = since.then(change);
        boolean atOnce = changed.length() <= small;
        var root = atOnce ? Tree.read(changed, 0) : Splice.after(outline, sinceOutline, changed);
        if (root.isEmpty() && !atOnce && !ids.isNothing()) {
            root = Tree.read(changed, 0);
        }
        if (root.isPresent() || changed.isBlank()) {
            return sound(changed, sinceOutline, root, ids);
        }
        return new Script(
                changed,
                atOnce ? Standing.BROKEN : Standing.UNSETTLED,
                outline,
                Change.between(outline.text(), changed),
                small);
    }

    private Script sound(String changed, Change sinceOutline, Optional<Node> root, Outline.Known ids) {
        var after = outline.after(sinceOutline, changed, root, ids);
        return new Script(changed, Standing.SOUND, after, Change.NONE, small);
    }

    /// The same with other ids for some blocks, by where they start.
    Script identified(Map<Integer, Integer> ids) {
        var relabelled = outline.after(Change.NONE, text, outline.root(), Outline.Known.of(ids));
        var script = new Script(text, standing, relabelled, since, small);
        script.reading = reading;
        return script;
    }

    /// What the text says of these blocks, with their comments, as {@link Operation.Paste} takes it.
    public String textOf(List<Block> blocks) {
        return isSound() && !blocks.isEmpty() ? Clip.of(outline.lines(), blocks).text() : "";
    }

    /// Ids of this script's blocks, by where they start, that would not be found again by going from `other` to
    /// this by `change` alone.
    Map<Integer, Integer> idsUnknownAfter(Script other, Change change) {
        return isSound() && other.isSound() ? other.outline.unknownIn(outline, change) : Map.of();
    }

    /// This, if it is not {@link Standing#UNSETTLED}; otherwise the whole text is looked at, and it is found out
    /// whether it is sound or broken.
    public Script settled() {
        if (standing != Standing.UNSETTLED) {
            return this;
        }
        var root = Tree.read(text, 0);
        return root.isPresent()
                ? sound(text, since, root, Outline.Known.NOTHING)
                : new Script(text, Standing.BROKEN, outline, since, small);
    }

    /// Does something with blocks. Never throws, whatever the text is like: what cannot be done is refused.
    public Edit edit(Operation operation) {
        return Editor.edit(settled(), operation);
    }
}
