package io.interleave.view.editor.text;

import io.interleave.view.editor.text.Annotation.Severity;
import io.interleave.view.editor.text.FoldedText.Position;
import io.interleave.view.editor.text.GutterCell.Fold;
import io.interleave.view.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the rows of a text show: their pieces in colours, what is underlined, what stands before and behind them.
/// The text changes piece by piece; `settle` says what came of it.
final class Sheet {

    /// A stretch of a row with the class that its style has.
    record Piece(String text, String styleClass) {}

    /// A stretch of a row, in `char`s from its beginning, with the class that the style of its line has.
    record Underline(int start, int length, String styleClass) {}

    private final FoldedText rows;
    private final TokenLines tokens;
    private String text;
    private Set<String> declared = Set.of();
    private List<Annotation> annotations = List.of();
    private Map<Integer, String> marks = Map.of();
    private Optional<TextEdit> pending = Optional.empty();

    Sheet(String text) {
        this.text = text;
        rows = new FoldedText(text);
        tokens = new TokenLines(rows::row);
    }

    FoldedText rows() {
        return rows;
    }

    /// Whether they are others than before.
    boolean declare(Set<String> names) {
        boolean changed = !names.equals(declared);
        declared = names;
        tokens.declare(names);
        return changed;
    }

    void annotate(List<Annotation> said) {
        annotations = said;
    }

    /// Whether they are others than before.
    boolean mark(Map<Integer, String> lines) {
        boolean changed = !lines.equals(marks);
        marks = lines;
        return changed;
    }

    void insert(int row, int column, String inserted) {
        note(rows.offset(row, column), "", inserted);
        rows.insert(row, column, inserted);
    }

    void breakLine(int row, int column) {
        note(rows.offset(row, column), "", rows.lineEnd());
        rows.breakLine(row, column);
    }

    void remove(Position from, Position to) {
        int start = rows.offset(from.row(), from.column());
        note(start, text.substring(start, rows.offset(to.row(), to.column())), "");
        rows.remove(from, to);
    }

    /// One change comes as what goes and then what comes, each behind the one before.
    private void note(int offset, String removed, String inserted) {
        pending = Optional.of(pending.map(it -> new TextEdit(it.offset(), it.removed(), it.inserted() + inserted))
                .orElse(new TextEdit(offset, removed, inserted)));
    }

    /// The change of the text that has come together, if there was one.
    ///
    /// @param row the first that may look another way now
    /// @param within whether no rows came or went
    Optional<TextEdit> settle(int row, boolean within) {
        if (within) {
            tokens.changedWithin(row);
        } else {
            tokens.changedFrom(row);
        }
        var edit = pending;
        pending = Optional.empty();
        edit.ifPresent(it -> text = it.applyTo(text));
        return edit;
    }

    int foldLength(int row) {
        return Folds.length(rows::row, rows.size(), row);
    }

    /// All that a row shows. Two that are equal look the same.
    ///
    /// @param pieces the row's own text, whole
    /// @param behind what stands behind that and is none of it
    /// @param marked whether the row stands out
    record Look(List<Piece> pieces, List<Underline> underlines, List<Piece> behind, boolean marked) {}

    Look look(int row) {
        return new Look(pieces(row), underlines(row), behind(row), marked(row).isPresent());
    }

    private List<Piece> pieces(int row) {
        String line = rows.row(row);
        var found = tokens.of(row);
        var pieces = new ArrayList<Piece>();
        int from = 0;
        for (int i = 0; i < found.size(); i++) {
            var kind = found.get(i).kind();
            boolean last = i + 1 == found.size();
            if (last || found.get(i + 1).kind() != kind) {
                int to = last ? line.length() : found.get(i + 1).start();
                pieces.add(new Piece(line.substring(from, to), kind.styleClass()));
                from = to;
            }
        }
        if (from < line.length()) {
            pieces.add(new Piece(line.substring(from), TokenKind.PLAIN.styleClass()));
        }
        return pieces;
    }

    private List<Underline> underlines(int row) {
        if (annotations.isEmpty()) {
            return List.of();
        }
        int start = rows.offset(row, 0);
        int length = rows.row(row).length();
        var lines = new ArrayList<Underline>();
        for (var it : annotations) {
            int from = Math.max(0, it.start() - start);
            int to = Math.min(length, Math.max(it.end() - start, from + 1));
            if (it.start() - start <= length && it.end() >= start && to > from) {
                lines.add(new Underline(
                        from, to - from, it.severity() == Severity.PROBLEM ? "squiggle-problem" : "squiggle-hint"));
            }
        }
        return lines;
    }

    private List<Piece> behind(int row) {
        var pieces = new ArrayList<Piece>();
        if (rows.isFolded(row)) {
            pieces.add(new Piece(Messages.text("editor.folded", rows.hiddenLines(row)), "row-folded"));
        }
        marked(row).ifPresent(it -> pieces.add(new Piece("   " + it, "row-units")));
        return pieces;
    }

    /// The words of the mark that makes the row stand out, if one does.
    private Optional<String> marked(int row) {
        return marks.isEmpty() ? Optional.empty() : Optional.ofNullable(marks.get(rows.line(row) + 1));
    }

    /// What stands before the row.
    GutterCell.Content before(int row) {
        if (row >= rows.size()) {
            return new GutterCell.Content(row + 1, "", false, Fold.NONE);
        }
        var said = saidOf(row);
        var fold = rows.isFolded(row)
                ? Fold.FOLDED
                : Folds.isFoldable(rows::row, rows.size(), row) ? Fold.OPEN : Fold.NONE;
        return new GutterCell.Content(
                rows.line(row) + 1,
                String.join("\n", said.stream().map(Annotation::message).toList()),
                said.stream().anyMatch(it -> it.severity() == Severity.PROBLEM),
                fold);
    }

    /// What is said of a row, and of what is folded away behind it.
    private List<Annotation> saidOf(int row) {
        if (annotations.isEmpty()) {
            return annotations;
        }
        int start = rows.offset(row, 0);
        int end = row + 1 < rows.size() ? rows.offset(row + 1, 0) : text.length() + 1;
        return annotations.stream()
                .filter(it -> it.start() >= start && it.start() < end)
                .toList();
    }
}
