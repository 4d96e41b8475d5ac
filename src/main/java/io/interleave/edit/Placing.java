package io.interleave.edit;

import io.interleave.model.ScenarioReader;
import io.interleave.model.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts blocks into bodies.
final class Placing {

    private final Lines lines;
    private final String text;
    private final Layout layout;
    private final Keys keys;

    Placing(Outline outline) {
        this.lines = outline.lines();
        this.text = lines.text();
        this.layout = new Layout(lines);
        this.keys = new Keys(lines);
    }

    /// What must be done first, so that lines can be put into the body: the outermost brackets or braces around
    /// it, or of its own, become lines. Nothing if they can be put in as it is.
    Optional<Replacement> makeRoom(Body body) {
        var owner = body.owner();
        if (owner.parent().isPresent()) {
            var outer = makeRoom(owner.home());
            if (outer.isPresent()) {
                return outer;
            }
            var node = owner.source().node();
            if (Layout.isFlow(node)) {
                return Optional.of(
                        owner.kind().isNamed()
                                ? new Unflow(lines).valueOf(entryOf(owner))
                                : new Unflow(lines).inPlace(node.orElseThrow()));
            }
        } else if (Layout.isFlow(owner.source().node())) {
            return Optional.of(new Unflow(lines).inPlace(owner.source().node().orElseThrow()));
        }
        return Layout.isFlow(body) && !body.blocks().isEmpty()
                ? Optional.of(new Unflow(lines).valueOf(body.entry().orElseThrow()))
                : Optional.empty();
    }

    private static Node.Entry entryOf(Block named) {
        return new Node.Entry(
                named.source().name().orElseThrow(), named.source().node().orElseThrow());
    }

    /// Puts in the lines.
    List<Replacement> insert(Body body, int index, Clip clip) {
        if (!body.blocks().isEmpty()) {
            return List.of(among(body, index, clip));
        }
        return body.entry().map(it -> asFirst(it, clip)).orElseGet(() -> withKey(body, clip));
    }

    private Replacement among(Body body, int index, Clip clip) {
        var blocks = body.blocks();
        int at = index < blocks.size()
                ? layout.span(blocks.get(index)).from()
                : layout.span(blocks.getLast()).to();
        return keys.lineAt(at, clip.at(lines.column(blocks.getFirst().start())));
    }

    private List<Replacement> asFirst(Node.Entry entry, Clip clip) {
        boolean isEmpty = switch (entry.value()) {
            case Node.Scalar scalar -> scalar.isMissing();
            case Node.Sequence sequence -> sequence.items().isEmpty();
            case Node.Mapping mapping -> mapping.entries().isEmpty();
        };
        boolean isOnOneLine = lines.start(entry.start()) == lines.start(entry.end());
        if (!isEmpty || !isOnOneLine || !isFirstKey(entry)) {
            throw Refusal.of("unusual");
        }
        int colon = text.indexOf(':', entry.key().end());
        var cut = keys.cut(colon + 1, Math.max(colon + 1, entry.value().end()));
        var put = keys.lineAt(lines.next(entry.end()), clip.at(lines.column(entry.start()) + 2));
        return List.of(cut, put);
    }

    private boolean isFirstKey(Node.Entry entry) {
        int content = lines.content(lines.start(entry.start()));
        return content == entry.start() || text.charAt(content) == '-';
    }

    private List<Replacement> withKey(Body body, Clip clip) {
        var owner = body.owner();
        var mapping = owner.source().mapping().orElseThrow(() -> Refusal.of("unusual"));
        boolean isSection = owner.kind() == Block.Kind.SCENARIO;
        var order = isSection
                ? ScenarioReader.KEYS
                : owner.vocabulary().stream()
                        .flatMap(it -> Stream.concat(
                                Stream.of(it.word()), it.beside().stream().map(Word.Key::name)))
                        .collect(Collectors.toList());
        int column = lines.column(mapping.start()) + 2;
        var put = keys.put(mapping, body.key(), "\n" + clip.at(column), order);
        return List.of(isSection ? apart(put) : put);
    }

    /// With a blank line before it.
    private Replacement apart(Replacement section) {
        return new Replacement(section.offset(), section.removed(), lines.lineBreak() + section.inserted());
    }
}
