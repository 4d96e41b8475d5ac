package io.interleave.edit;

import io.interleave.model.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/// Changes the single values of a list one by one, so that what stands between them stays.
final class Items {

    private final Node.Sequence sequence;
    private final List<Node.Item> items;
    private final Lines lines;
    private final Keys keys;

    Items(Node.Sequence sequence, Lines lines, Keys keys) {
        this.sequence = sequence;
        this.items = sequence.items();
        this.lines = lines;
        this.keys = keys;
    }

    /// @param texts at least one
    List<Replacement> set(List<String> texts) {
        var replacements = new ArrayList<Replacement>();
        for (int i = 0; i < Math.min(texts.size(), items.size()); i++) {
            var there = (Node.Scalar) items.get(i).value();
            if (!there.text().equals(texts.get(i))) {
                String written = YamlScalar.write(texts.get(i), sequence.flow());
                replacements.add(new Replacement(
                        there.start(),
                        lines.text().substring(there.start(), there.end()),
                        there.isMissing() ? " " + written : written));
            }
        }
        if (texts.size() > items.size()) {
            replacements.add(append(texts.subList(items.size(), texts.size())));
        } else if (texts.size() < items.size()) {
            replacements.add(removeFrom(texts.size()));
        }
        return replacements;
    }

    private Replacement append(List<String> texts) {
        var last = items.getLast();
        var written =
                texts.stream().map(it -> YamlScalar.write(it, sequence.flow())).toList();
        if (sequence.flow()) {
            return new Replacement(last.value().end(), "", ", " + String.join(", ", written));
        }
        int column = lines.column(last.start());
        String dash = " ".repeat(column) + "- ";
        int behind =
                new Layout(lines).behind(Math.max(last.start(), last.value().end()), column);
        return keys.lineAt(behind, dash + String.join("\n" + dash, written));
    }

    private Replacement removeFrom(int first) {
        if (sequence.flow()) {
            return keys.removeFlow(
                    sequence.start(),
                    sequence.end(),
                    first,
                    items.size() - 1,
                    items.stream().map(Node.Item::start).toList(),
                    items.stream().map(it -> it.value().end()).toList());
        }
        int column = lines.column(items.getLast().start());
        return keys.removeLines(
                lines.start(items.get(first).start()),
                new Layout(lines).behind(items.getLast().value().end(), column));
    }
}
